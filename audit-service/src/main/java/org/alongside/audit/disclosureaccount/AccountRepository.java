package org.alongside.audit.disclosureaccount;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The entries of one client, told apart by where they were made: outside the home agency, inside it, refused. */
@ApplicationScoped
class AccountRepository {

    private static final String SIZE = "select size from log_head";
    private static final String KEPT_FROM = "select max(ends) from log_month where removed_at is not null and first_index is not null";
    private static final String SHOW_ALL = """
            select set_config('alongside.account', :client, true) || set_config('alongside.account_records', :records, true)""";
    private static final String HOME = """
            select home_agency from log_entry
             where client = :client and home_agency is not null %s order by at desc, entry_index desc limit 1""";

    /** One record is the rule, and what an index gives in the order of the lines. */
    private static final String ONE_RECORD = "client = :client";
    private static final String SEVERAL_RECORDS = "client = any (:records)";
    private static final String OF_CLIENT = " %s and at >= :from and at < :to and entry_index < :size";
    private static final String OUTSIDE = " and kind <> 'system' and agency is distinct from :home";
    private static final String LINES = "select entry_index as place, at as accessed, leaf_hash as hash, entry as bytes"
            + " from log_entry where" + OF_CLIENT + OUTSIDE + " and outcome = 'allowed'"
            + " and (at, entry_index) > (:lastAt, :lastIndex) order by at, entry_index limit :limit";
    private static final String IS_LINE = "select count(*) > 0 from log_entry where entry_index = :entry"
            + " and client = :client" + OUTSIDE + " and outcome = 'allowed'";
    private static final String AGENCIES = "select agency, count(*) as accesses,"
            + " count(*) filter (where basis = 'emergency') as emergencies, min(at) as earliest, max(at) as latest"
            + " from log_entry where" + OF_CLIENT + OUTSIDE + " and outcome = 'allowed'"
            + " group by agency order by earliest";
    private static final String REFUSED = "select count(*) from log_entry where" + OF_CLIENT + OUTSIDE
            + " and outcome in ('denied', 'not-visible')";
    // The roles stand in the bytes only: behind the header line, which ends at the first line feed.
    private static final String INSIDE = """
            select kind, roles, purpose, count(*) as accesses from (
                select kind, purpose, cast(convert_from(substr(entry, position('\\x0a'\\:\\:bytea in entry) + 1), 'UTF8')
                       as json) ->> 'roles' as roles
                  from log_entry
                 where %s and (kind = 'system' or agency = :home) and outcome = 'allowed') as inside
             group by kind, roles, purpose order by accesses desc, purpose""".formatted(OF_CLIENT);

    private final EntityManager entities;

    AccountRepository(EntityManager entities) {
        this.entities = entities;
    }

    long size() {
        return session().createNativeQuery(SIZE, Long.class).getSingleResult();
    }

    /** What was recorded before it was removed; {@code null} when nothing was. */
    Instant keptFrom() {
        return session().createNativeQuery(KEPT_FROM, Instant.class).getSingleResultOrNull();
    }

    /** @param wanted the only home agency that will do; {@code null} for any */
    Optional<UUID> homeOf(UUID client, UUID wanted) {
        NativeQuery<UUID> home = session().createNativeQuery(
                HOME.formatted(wanted == null ? "" : "and home_agency = :wanted"), UUID.class);
        home.setParameter("client", client);
        if (wanted != null) {
            home.setParameter("wanted", wanted);
        }
        return home.getResultStream().findFirst();
    }

    /** Until the end of the transaction, see policy {@code accounts}. */
    void showAllOf(AccountedClient client) {
        session().createNativeQuery(SHOW_ALL, String.class).setParameter("client", client.clientId().toString())
                .setParameter("records", client.replaces().stream().map(UUID::toString).collect(joining(",")))
                .getSingleResult();
    }

    /** Oldest first. */
    List<Tuple> lines(AccountedClient client, Period period, Place last, int limit) {
        return query(LINES, client, period, Tuple.class).setParameter("home", client.homeAgency())
                .setParameter("lastAt", last.at()).setParameter("lastIndex", last.entryIndex())
                .setParameter("limit", limit).getResultList();
    }

    /** Of this very record. */
    boolean isLine(AccountedClient client, long entryIndex) {
        return session().createNativeQuery(IS_LINE, Boolean.class).setParameter("entry", entryIndex)
                .setParameter("client", client.clientId()).setParameter("home", client.homeAgency())
                .getSingleResult();
    }

    List<Tuple> outside(AccountedClient client, Period period) {
        return query(AGENCIES, client, period, Tuple.class).setParameter("home", client.homeAgency()).getResultList();
    }

    List<Tuple> inside(AccountedClient client, Period period) {
        return query(INSIDE, client, period, Tuple.class).setParameter("home", client.homeAgency()).getResultList();
    }

    long refused(AccountedClient client, Period period) {
        return query(REFUSED, client, period, Long.class).setParameter("home", client.homeAgency()).getSingleResult();
    }

    private <T> NativeQuery<T> query(String sql, AccountedClient client, Period period, Class<T> result) {
        boolean one = client.replaces().isEmpty();
        NativeQuery<T> query = session().createNativeQuery(sql.formatted(one ? ONE_RECORD : SEVERAL_RECORDS), result);
        if (one) {
            query.setParameter("client", client.clientId());
        } else {
            query.setParameter("records", client.recordIds().toArray(UUID[]::new));
        }
        return query.setParameter("from", period.from()).setParameter("to", period.to())
                .setParameter("size", client.logSize());
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }

    /** @param to exclusive */
    record Period(Instant from, Instant to) {}

    /** A line's place in the order of the account. */
    record Place(Instant at, long entryIndex) {}
}

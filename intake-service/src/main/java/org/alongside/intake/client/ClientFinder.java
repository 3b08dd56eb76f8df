package org.alongside.intake.client;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.alongside.intake.client.api.SearchClients;
import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.Part;
import org.alongside.kit.sealing.BlindIndex;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Finds clients by their blind tokens. What a page costs is bounded by the page, not by how many people share a name: the agency's own
 * clients are walked through in the order of one token, those of other agencies in the order of the grants that open them, never in the
 * order of their tokens, of which row-level security would have to throw away all that no grant opens.
 */
@ApplicationScoped
class ClientFinder {

    /** Looked at for one page at most, of the own clients and of those granted. */
    static final int CANDIDATES = 5_000;
    /** From so many on it does not matter any more which of two values is the rarer one. */
    private static final int COMMON = 1_000;

    static final String SHARED_BY = """
            select count(*) from (
                select from client_token t
                 where t.home_agency = acting_agency() and t.kind = :kind0 and t.token = :token0 and t.client_id > :last
                 limit %d) sharing""".formatted(COMMON);
    private static final String OWN = """
            select client_id, row_number() over (order by client_id) as place, true as first
              from (select t.client_id from client_token t
                     where t.home_agency = acting_agency() and t.kind = :kind0 and t.token = :token0 and t.client_id > :last
                     order by t.client_id limit %d) walked""".formatted(CANDIDATES);
    /** A client with several grants counts as often, and is looked at once. */
    private static final String GRANTED = """
            select walked.*, tokens.* from (
                select client_id, home_agency, row_number() over by_id as place,
                       lag(client_id) over by_id is distinct from client_id as first
                  from opened_to_agency(:last, %d) window by_id as (order by client_id)) walked
              left join %%s on tokens.agency = walked.home_agency""".formatted(CANDIDATES);
    /** The last place tells that there may be more behind it, whether the client there matches or not. */
    private static final String JUDGED = """
            select client_id, matches, place from (
                select client_id, place, first and %s as matches from (%s) candidate) judged
             where matches or place = %d order by client_id limit :limit""";
    /** With {@code offset 0} it stays a look-up for each candidate; else PostgreSQL may read everybody of that name to join them. */
    private static final String HAS_TOKEN = """
            exists (select from client_token t where t.client_id = %s and t.home_agency = %s
                       and t.kind = :kind%d and t.token = %s offset 0)""";
    private static final String IS_NOT_MERGED = """
            not exists (select from merged_client m
                         where m.client_id = candidate.client_id and m.survivor_id is not null offset 0)""";
    /** Those that others were merged into: to be found by what any of their records says. */
    private static final String REPLACING = """
            select survivor_id as client_id, array_append(array_agg(client_id), survivor_id) as records,
                   row_number() over (order by survivor_id) as place, true as first
              from merged_client where home_agency = acting_agency() and survivor_id > :last
             group by survivor_id order by survivor_id limit %d""".formatted(CANDIDATES);
    private static final String HAS_GRANT = """
            exists (select from access_grant g
                     where g.client_id = candidate.client_id and g.grantee = acting_agency() and g.revoked_at is null
                       and g.valid_from <= now() and g.valid_until > now() and :purpose = any (g.purposes)
                       and '%s' = any (g.parts) offset 0)""";
    static final String GRANTING_AGENCIES = """
            select distinct home_agency from opened_to_agency(:last, %d)""".formatted(CANDIDATES);

    private final EntityManager entities;
    private final BlindIndex blind;
    private final AccessContext context;

    ClientFinder(EntityManager entities, BlindIndex blind, AccessContext context) {
        this.entities = entities;
        this.blind = blind;
        this.context = context;
    }

    /**
     * Some clients that match.
     *
     * @param ids in their order
     * @param lookedThrough up to which id everybody was looked at; {@code null} when nobody is left, or the page is full anyway
     */
    record Found(List<UUID> ids, UUID lookedThrough) {

        /** The order of the database, which is not the one of {@link UUID#compareTo}. */
        private static final Comparator<UUID> ORDER = Comparator.comparing(UUID::toString);

        static final Found NOBODY = new Found(List.of(), null);

        /** Of both as far as both have looked. */
        Found and(Found other, int limit) {
            UUID through = Stream.of(this, other).map(Found::lookedThrough).filter(id -> id != null).min(ORDER)
                    .orElse(null);
            return new Found(Stream.concat(ids.stream(), other.ids.stream())
                    .filter(id -> through == null || ORDER.compare(id, through) <= 0).distinct().sorted(ORDER)
                    .limit(limit)
                    .toList(), through);
        }
    }

    /**
     * Clients that match every given value, each of a part that the caller may see of them, and whose identity the caller may see.
     *
     * @param lastSeen behind which to go on
     * @param limit ids at most; there can be fewer although it goes on
     */
    Found find(SearchClients search, UUID lastSeen, int limit) {
        List<Criterion> criteria = Criterion.of(search);
        if (criteria.stream().anyMatch(Criterion::isBlank)) {
            return Found.NOBODY;
        }
        return ofOwn(criteria, lastSeen, limit).and(ofReplacing(criteria, lastSeen, limit), limit)
                .and(ofGranted(criteria, lastSeen, limit), limit);
    }

    private Found ofOwn(List<Criterion> criteria, UUID lastSeen, int limit) {
        List<Criterion> rarestFirst = rarestFirst(criteria, lastSeen);
        NativeQuery<Object[]> query = entities.unwrap(Session.class).createNativeQuery(own(criteria.size()),
                Object[].class);
        for (int i = 0; i < rarestFirst.size(); i++) {
            bindOwn(query, i, rarestFirst.get(i));
        }
        return found(query.setParameter("last", lastSeen).setParameter("limit", limit));
    }

    private List<Criterion> rarestFirst(List<Criterion> criteria, UUID lastSeen) {
        return criteria.size() == 1
                ? criteria
                : criteria.stream().map(each -> new Shared(each, sharedBy(each, lastSeen)))
                        .sorted(Comparator.comparingLong(Shared::by)).map(Shared::criterion).toList();
    }

    private record Shared(Criterion criterion, long by) {}

    private long sharedBy(Criterion criterion, UUID lastSeen) {
        NativeQuery<Long> query = entities.unwrap(Session.class).createNativeQuery(SHARED_BY, Long.class);
        bindOwn(query, 0, criterion);
        return query.setParameter("last", lastSeen).getSingleResult();
    }

    private void bindOwn(NativeQuery<?> query, int i, Criterion criterion) {
        query.setParameter("kind" + i, criterion.kind().kind());
        query.setParameter("token" + i, criterion.token(blind, context.caller().agency()));
    }

    private Found ofReplacing(List<Criterion> criteria, UUID lastSeen, int limit) {
        NativeQuery<Object[]> query = entities.unwrap(Session.class).createNativeQuery(replacing(criteria.size()),
                Object[].class);
        for (int i = 0; i < criteria.size(); i++) {
            bindOwn(query, i, criteria.get(i));
        }
        return found(query.setParameter("last", lastSeen).setParameter("limit", limit));
    }

    private Found ofGranted(List<Criterion> criteria, UUID lastSeen, int limit) {
        List<UUID> agencies = entities.unwrap(Session.class).createNativeQuery(GRANTING_AGENCIES, UUID.class)
                .setParameter("last", lastSeen).getResultList();
        if (agencies.isEmpty()) {
            return Found.NOBODY;
        }
        NativeQuery<Object[]> query = entities.unwrap(Session.class).createNativeQuery(granted(criteria),
                Object[].class);
        query.setParameter("agencies", agencies.toArray(UUID[]::new));
        for (int i = 0; i < criteria.size(); i++) {
            Criterion criterion = criteria.get(i);
            query.setParameter("kind" + i, criterion.kind().kind());
            query.setParameter("tokens" + i,
                    agencies.stream().map(agency -> criterion.token(blind, agency)).toArray(byte[][]::new));
        }
        return found(query.setParameter("purpose", context.purpose().name()).setParameter("last", lastSeen)
                .setParameter("limit", limit));
    }

    private static Found found(NativeQuery<Object[]> query) {
        List<UUID> ids = new ArrayList<>();
        UUID lookedThrough = null;
        for (Object[] row : query.getResultList()) {
            if ((Boolean) row[1]) {
                ids.add((UUID) row[0]);
            }
            if (((Number) row[2]).intValue() == CANDIDATES) {
                lookedThrough = (UUID) row[0];
            }
        }
        return new Found(ids, lookedThrough);
    }

    /** Parameters: {@code kind0}, {@code token0}, which is walked through, {@code kind1} and so on, {@code last}, {@code limit}. */
    static String own(int criteria) {
        String others = IntStream.range(1, criteria)
                .mapToObj(i -> " and " + HAS_TOKEN.formatted("candidate.client_id", "acting_agency()", i, ":token" + i))
                .collect(joining());
        return JUDGED.formatted(IS_NOT_MERGED + others, OWN, CANDIDATES);
    }

    /** Parameters: {@code kind0}, {@code token0} and so on, {@code last}, {@code limit}. */
    static String replacing(int criteria) {
        return JUDGED.formatted(IntStream.range(0, criteria)
                .mapToObj(i -> HAS_TOKEN.formatted("any (candidate.records)", "acting_agency()", i, ":token" + i))
                .collect(joining(" and ")), REPLACING, CANDIDATES);
    }

    /** Parameters: {@code agencies}, {@code kind0}, {@code tokens0}, each by agency, and so on, {@code purpose}, {@code last}, {@code limit}. */
    static String granted(List<Criterion> criteria) {
        String tokens = IntStream.range(0, criteria.size()).mapToObj(
                i -> HAS_TOKEN.formatted("candidate.client_id", "candidate.agency", i, "candidate.token" + i))
                .collect(joining(" and "));
        String grants = Stream.concat(Stream.of(Part.IDENTITY), criteria.stream().map(each -> each.kind().part()))
                .distinct().map(part -> HAS_GRANT.formatted(part.code())).collect(joining(" and "));
        return JUDGED.formatted(tokens + " and " + grants, GRANTED.formatted(tokensByAgency(criteria.size())),
                CANDIDATES);
    }

    private static String tokensByAgency(int criteria) {
        String arrays = IntStream.range(0, criteria).mapToObj(i -> ", cast(:tokens" + i + " as bytea[])")
                .collect(joining());
        String columns = IntStream.range(0, criteria).mapToObj(i -> ", token" + i).collect(joining());
        return "unnest(cast(:agencies as uuid[])" + arrays + ") as tokens (agency" + columns + ")";
    }
}

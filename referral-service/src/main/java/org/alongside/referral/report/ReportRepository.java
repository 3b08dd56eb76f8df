package org.alongside.referral.report;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.hibernate.Session;

/** Reads what {@code reported_referrals} gives to the acting agency, as one query: all rows of a report are of one moment. */
@ApplicationScoped
class ReportRepository {

    private static final String TALLIES = """
            select %s as key, answered, accepted, status, reason, provider_result, client_result, count(*) as referrals,
                   cast(sum(events) as bigint) as events,
                   array_agg(cast(extract(epoch from answered_at - requested_at) as bigint))
                       filter (where answered_at is not null) as answered_after,
                   array_agg(cast(extract(epoch from ended_at - requested_at) as bigint))
                       filter (where ended_at is not null) as ended_after
              from reported_referrals(:start, :end, :asOf)
             where (cast(:category as text) is null or category = :category)
               and (cast(:sender as uuid) is null or sender = :sender)
               and (cast(:recipient as uuid) is null or recipient = :recipient)
             group by 1, 2, 3, 4, 5, 6, 7
             order by 1, 2, 3, 4, 5, 6, 7""";
    private static final String ONE_ROW = "cast(null as text)";

    /** The database says itself that its time is over, before its connection is given up. */
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private final EntityManager entities;
    private final ReportConfig config;

    ReportRepository(EntityManager entities, ReportConfig config) {
        this.entities = entities;
        this.config = config;
    }

    /** Always in the same order. A report of many referrals takes longer than any other request may. */
    List<Tally> tallies(ReportQuery query) {
        Session session = entities.unwrap(Session.class);
        return session.doReturningWork(connection -> {
            int usual = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, (int) config.maxTime().plus(ANSWER).toMillis());
            try {
                return count(session, query);
            } finally {
                connection.setNetworkTimeout(Runnable::run, usual);
            }
        });
    }

    private List<Tally> count(Session session, ReportQuery query) {
        session.createNativeQuery("select set_config('statement_timeout', :most, true)", String.class)
                .setParameter("most", config.maxTime().toMillis() + "ms").getSingleResult();
        String key = query.groupBy() == null ? ONE_ROW : query.groupBy().key();
        return session.createNativeQuery(TALLIES.formatted(key), Tuple.class)
                .setParameter("start", start(query.from())).setParameter("end", start(query.to().plusMonths(1)))
                .setParameter("asOf", query.asOf()).setParameter("category", query.category(), String.class)
                .setParameter("sender", query.sender(), UUID.class)
                .setParameter("recipient", query.recipient(), UUID.class).getResultStream().map(Tally::of).toList();
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}

package org.alongside.referral.report;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.alongside.kit.figures.Counting;
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

    private final Counting counting;

    ReportRepository(Counting counting) {
        this.counting = counting;
    }

    /** Always in the same order. */
    List<Tally> tallies(ReportQuery query) {
        return counting.ask(session -> count(session, query));
    }

    private static List<Tally> count(Session session, ReportQuery query) {
        String key = query.groupBy() == null ? ONE_ROW : query.groupBy().key();
        return session.createNativeQuery(TALLIES.formatted(key), Tuple.class)
                .setParameter("start", query.period().start(ZoneOffset.UTC))
                .setParameter("end", query.period().end(ZoneOffset.UTC))
                .setParameter("asOf", query.asOf()).setParameter("category", query.category(), String.class)
                .setParameter("sender", query.sender(), UUID.class)
                .setParameter("recipient", query.recipient(), UUID.class).getResultStream().map(Tally::of).toList();
    }
}

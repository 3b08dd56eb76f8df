package org.alongside.audit.month;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Which months of the log can hold accesses of a time, or certain entries. */
@ApplicationScoped
public class MonthSpans {

    private static final String KEPT = """
            select greatest(m.begins, 'epoch') as begins, m.ends as ends,
                   lower(m.accesses) as earliest, upper(m.accesses) as latest
              from log_month m, log_head h
             where m.removed_at is null and m.begins <= h.latest and (m.accesses is null or %s)""";
    private static final String BETWEEN = KEPT.formatted(
            "m.accesses && tstzrange(cast(:from as timestamptz), cast(:to as timestamptz), '[]')");
    private static final String HOLDING = KEPT.formatted("m.first_index < :end and m.end_index > :first");

    private final EntityManager entities;

    MonthSpans(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Months that are kept, in no order.
     *
     * @param from included; {@code null} for any
     * @param to   included; {@code null} for any
     */
    public List<MonthSpan> between(Instant from, Instant to) {
        return query(BETWEEN).setParameter("from", from).setParameter("to", to).getResultStream().map(MonthSpans::span)
                .toList();
    }

    /**
     * Months that are kept, in no order.
     *
     * @param first index of an entry
     * @param end   index behind the last entry
     */
    public List<MonthSpan> holding(long first, long end) {
        return query(HOLDING).setParameter("first", first).setParameter("end", end).getResultStream()
                .map(MonthSpans::span).toList();
    }

    private NativeQuery<Tuple> query(String sql) {
        return entities.unwrap(Session.class).createNativeQuery(sql, Tuple.class);
    }

    private static MonthSpan span(Tuple row) {
        return new MonthSpan(row.get("begins", Instant.class), row.get("ends", Instant.class),
                row.get("earliest", Instant.class), row.get("latest", Instant.class));
    }
}

package org.alongside.audit.accessevent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;

import org.alongside.audit.accessevent.api.TimelineStep;
import org.alongside.audit.month.MonthSpan;
import org.alongside.audit.month.MonthSpans;
import org.alongside.kit.merge.MergedClients;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;

/** Row-level security bounds every query here to the caller's agency, or to none for an auditor. */
@ApplicationScoped
class AccessEventRepository implements PanacheRepositoryBase<AccessEntry, Long> {

    private final MonthSpans months;
    private final MergedClients merged;

    AccessEventRepository(MonthSpans months, MergedClients merged) {
        this.months = months;
        this.merged = merged;
    }

    /** Entries in the log. */
    long size() {
        return ((Number) getEntityManager().createNativeQuery("select size from log_head").getSingleResult())
                .longValue();
    }

    /**
     * @param ofAgency only accesses by this agency's workers or to its clients. Row-level security says the same, in a way that no
     *                 index serves; {@code null} for whoever sees all
     * @param size     only entries before this index: what comes in later moves no page
     * @param last     position behind which to go on; {@code null} begins with the first
     */
    List<AccessEntry> search(AccessEventQuery query, UUID ofAgency, EntryOrder order, long size, Position last,
            int limit) {
        Conditions conditions = conditions(query, ofAgency);
        conditions.add("e.entryIndex < :size", "size", size);
        if (last != null) {
            conditions.add(order.beyondPosition(), "lastAt", last.accessedAt());
            conditions.values.put("lastIndex", last.entryIndex());
        }
        return new MonthWalk(order, months(query, order, last)).first(limit,
                some -> entries(conditions.in(some), order.clause()).setMaxResults(limit).getResultList(),
                Position::of);
    }

    private List<MonthSpan> months(AccessEventQuery query, EntryOrder order, Position last) {
        Instant reached = last == null ? null : last.accessedAt();
        return order == EntryOrder.NEWEST_FIRST
                ? months.between(query.from(), reached == null ? query.to() : reached)
                : months.between(reached == null ? query.from() : reached, query.to());
    }

    private TypedQuery<AccessEntry> entries(Conditions conditions, String order) {
        TypedQuery<AccessEntry> entries = getEntityManager()
                .createQuery("from AccessEntry e where " + conditions.text() + order, AccessEntry.class);
        conditions.values.forEach(entries::setParameter);
        return entries;
    }

    /**
     * How many entries a query finds, by step of time and outcome: {@code step} (number of the step since 1970), {@code outcome},
     * {@code count}.
     *
     * @param ofAgency as in {@link #search}
     */
    List<Tuple> count(AccessEventQuery query, UUID ofAgency, TimelineStep step) {
        List<MonthSpan> some = months.between(query.from(), query.to());
        if (some.isEmpty()) {
            return List.of();
        }
        Conditions conditions = conditions(query, ofAgency).in(some);
        TypedQuery<Tuple> counts = getEntityManager().createQuery("""
                select cast(floor(extract(epoch from e.accessedAt) / %d) as long) as step, e.outcome as outcome,
                       count(*) as count
                  from AccessEntry e where %s group by 1, 2""".formatted(step.length().toSeconds(), conditions.text()),
                Tuple.class);
        conditions.values.forEach(counts::setParameter);
        return counts.getResultList();
    }

    private Conditions conditions(AccessEventQuery query, UUID ofAgency) {
        Conditions conditions = new Conditions();
        conditions.add("(e.agency = :own or e.homeAgency = :own)", "own", ofAgency);
        clients(conditions, query);
        conditions.add("e.actor = :actor", "actor", query.actor());
        conditions.add("e.agency = :agency", "agency", query.agency());
        conditions.add("e.operation = :operation", "operation", query.operation());
        conditions.add("e.purpose = :purpose", "purpose", query.purpose());
        conditions.add("e.basis = :basis", "basis", query.basis());
        conditions.add("e.outcome = :outcome", "outcome", query.outcome());
        conditions.add("e.source = :source", "source", query.source());
        conditions.add("e.accessId = :accessId", "accessId", query.accessId());
        conditions.add("e.accessedAt >= :from", "from", query.from());
        conditions.add("e.accessedAt < :to", "to", query.to());
        return conditions;
    }

    /** Of all records of the person; for the one that is the rule, an index gives the entries in order. */
    private void clients(Conditions conditions, AccessEventQuery query) {
        List<UUID> records = query.client() == null ? List.of() : merged.recordsOf(query.client());
        if (records.size() > 1) {
            conditions.add("e.client in :clients", "clients", records);
        } else {
            conditions.add("e.client = :client", "client", query.client());
        }
    }

    /** As far as it is kept and visible. */
    Optional<AccessEntry> entry(long index) {
        return range(index, 1).stream().findFirst();
    }

    /** Those of the entries {@code from} to {@code from + count - 1} that are kept and visible, in their order. */
    List<AccessEntry> range(long from, int count) {
        List<MonthSpan> some = months.holding(from, from + count);
        if (some.isEmpty()) {
            return List.of();
        }
        Conditions conditions = new Conditions();
        conditions.add("e.entryIndex >= :from", "from", from);
        conditions.add("e.entryIndex < :end", "end", from + count);
        return entries(conditions.in(some), " order by e.entryIndex").getResultList();
    }

    List<AccessEntry> ofAccess(UUID accessId) {
        return list("accessId", Sort.descending("entryIndex"), accessId);
    }

    /** Those conditions whose value is known, all of which must hold. */
    private static final class Conditions {
        private final List<String> texts = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();

        void add(String text, String name, Object value) {
            if (value != null) {
                texts.add(text);
                values.put(name, value);
            }
        }

        /** These, of entries in some months only: PostgreSQL plans for the months that it is told. */
        Conditions in(List<MonthSpan> months) {
            Conditions bounded = new Conditions();
            bounded.texts.addAll(texts);
            bounded.values.putAll(values);
            List<String> spans = new ArrayList<>();
            for (MonthSpan span : MonthWalk.joined(months)) {
                int number = spans.size();
                spans.add("e.sealedAt >= :begins%1$d and e.sealedAt < :ends%1$d".formatted(number));
                bounded.values.put("begins" + number, span.begins());
                bounded.values.put("ends" + number, span.ends());
            }
            bounded.texts.add("(" + String.join(" or ", spans) + ")");
            return bounded;
        }

        String text() {
            return String.join(" and ", texts);
        }
    }
}

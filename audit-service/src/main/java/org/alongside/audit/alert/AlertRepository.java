package org.alongside.audit.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.alongside.audit.alert.rule.RuleCode;
import org.alongside.kit.problem.Problem;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Row-level security bounds every query here to alerts about the caller's agency or its clients; an auditor sees all. */
@ApplicationScoped
class AlertRepository implements PanacheRepositoryBase<Alert, UUID> {

    /** @throws Problem {@code not-found} when absent or hidden */
    Alert require(UUID id) {
        return findByIdOptional(id).orElseThrow(Problem::notFound);
    }

    /** As {@link #require}, holding the row. */
    Alert requireForChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problem::notFound);
    }

    /** In the order in which they were raised. */
    List<Alert> openForChange(List<String> actors) {
        return find("status = ?1 and actor in ?2 order by id", AlertStatus.OPEN, actors)
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** Open alerts about emergency accesses from before a time, of which nobody has been reminded. */
    List<Alert> dueForChange(Instant before, int limit) {
        return find("rule = ?1 and status = ?2 and escalatedAt is null and firstSeen < ?3 order by firstSeen",
                RuleCode.EMERGENCY_ACCESS, AlertStatus.OPEN, before).withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, limit).list();
    }

    /** @param before only those raised before the alert of this id; {@code null} begins with the last */
    List<Alert> search(AlertQuery query, UUID before, int limit) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> values = new HashMap<>();
        add(conditions, values, "status", query.status());
        add(conditions, values, "rule", query.rule());
        add(conditions, values, "actor", query.actor());
        add(conditions, values, "agency", query.agency());
        add(conditions, values, "client", query.client());
        if (before != null) {
            conditions.add("id < :before");
            values.put("before", before);
        }
        return find(String.join(" and ", conditions) + " order by id desc", values).page(0, limit).list();
    }

    private static void add(List<String> conditions, Map<String, Object> values, String field, Object value) {
        if (value != null) {
            conditions.add(field + " = :" + field);
            values.put(field, value);
        }
    }
}

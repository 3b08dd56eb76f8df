package org.alongside.audit.accessevent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;

/** Row-level security bounds every query here to the caller's agency, or to none for an auditor. */
@ApplicationScoped
class AccessEventRepository implements PanacheRepositoryBase<AccessEntry, Long> {

    private static final Sort NEWEST_FIRST = Sort.descending("entryIndex");

    /** @param before index of the entry behind which to go on; {@code null} begins with the newest */
    List<AccessEntry> search(AccessEventQuery query, Long before, int limit) {
        Conditions conditions = new Conditions();
        conditions.add("client = :client", "client", query.client());
        conditions.add("actor = :actor", "actor", query.actor());
        conditions.add("agency = :agency", "agency", query.agency());
        conditions.add("operation = :operation", "operation", query.operation());
        conditions.add("outcome = :outcome", "outcome", query.outcome());
        conditions.add("accessedAt >= :from", "from", query.from());
        conditions.add("accessedAt < :to", "to", query.to());
        conditions.add("entryIndex < :before", "before", before);
        return find(conditions.text(), NEWEST_FIRST, conditions.values).page(0, limit).list();
    }

    List<AccessEntry> ofAccess(UUID accessId) {
        return list("accessId", NEWEST_FIRST, accessId);
    }

    /** Those conditions whose value is known, all of which must hold. */
    private static final class Conditions {
        private final List<String> texts = new ArrayList<>(List.of("1 = 1"));
        private final Map<String, Object> values = new HashMap<>();

        void add(String text, String name, Object value) {
            if (value != null) {
                texts.add(text);
                values.put(name, value);
            }
        }

        String text() {
            return String.join(" and ", texts);
        }
    }
}

package org.alongside.kit.access;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What one access context disclosed, gathered client by client. Becomes one access event per client, and one per
 * aggregate, before the transaction commits.
 */
final class Capture {

    private final Map<UUID, Touched> byClient = new LinkedHashMap<>();
    /** By the client asked about; under {@code null} when none was. */
    private final Map<UUID, Touched> aggregates = new LinkedHashMap<>();

    void add(Disclosure disclosure, ClientRecord record) {
        Touched touched = byClient.computeIfAbsent(disclosure.clientId(), id -> new Touched(disclosure));
        touched.parts.addAll(disclosure.parts());
        touched.records.add(record);
    }

    void addAggregate(Disclosure disclosure) {
        aggregates.computeIfAbsent(disclosure.clientId(), id -> new Touched(disclosure)).parts
                .addAll(disclosure.parts());
    }

    boolean isEmpty() {
        return byClient.isEmpty() && aggregates.isEmpty();
    }

    /** What does not say whose data it holds is never covered. */
    boolean covers(Object view) {
        if (view instanceof DisclosedView disclosed) {
            Touched touched = byClient.get(disclosed.clientId());
            return touched != null && touched.parts.containsAll(disclosed.parts());
        }
        return view instanceof AggregateView aggregate
                && aggregates.values().stream().anyMatch(touched -> touched.parts.containsAll(aggregate.parts()));
    }

    List<Touched> touched() {
        return Stream.concat(byClient.values().stream(), aggregates.values().stream()).toList();
    }

    /** One client in this capture, or an aggregate. The records are kept themselves, so that their versions are read after the flush. */
    static final class Touched {
        private final Disclosure disclosure;
        private final Set<Part> parts = EnumSet.noneOf(Part.class);
        private final List<ClientRecord> records = new ArrayList<>();

        private Touched(Disclosure disclosure) {
            this.disclosure = disclosure;
        }

        Disclosure disclosure() {
            return disclosure;
        }

        Set<Part> parts() {
            return parts;
        }

        List<ClientRecord> records() {
            return records;
        }
    }
}

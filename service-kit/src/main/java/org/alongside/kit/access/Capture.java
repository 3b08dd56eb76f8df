package org.alongside.kit.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What one access context disclosed, gathered client by client. Becomes one access event per client before the transaction
 * commits.
 */
final class Capture {

    private final Map<UUID, Touched> byClient = new LinkedHashMap<>();

    void add(Disclosure disclosure, ClientRecord record) {
        Touched touched = byClient.computeIfAbsent(disclosure.clientId(), id -> new Touched(disclosure));
        touched.parts.addAll(disclosure.parts());
        touched.records.add(record);
    }

    boolean isEmpty() {
        return byClient.isEmpty();
    }

    boolean covers(DisclosedView view) {
        Touched touched = byClient.get(view.clientId());
        return touched != null && touched.parts.containsAll(view.parts());
    }

    Collection<Touched> touched() {
        return byClient.values();
    }

    /** One client in this capture. The records are kept themselves, so that their versions are read after the flush. */
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

package org.alongside.kit.access;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.alongside.kit.grant.Grant;
import org.alongside.kit.restriction.Standing;

/**
 * What one access context disclosed, gathered by client and by what it was allowed on. Becomes one access event for each, and
 * one per aggregate, before the transaction commits.
 */
final class Capture {

    private final Map<Ground, Touched> byGround = new LinkedHashMap<>();
    /** Decisions by the very record, so that a service may open it again for its view without asking the grants twice. */
    private final Map<ClientRecord, Disclosure> byRecord = new IdentityHashMap<>();
    /** By the client asked about; under {@code null} when none was. */
    private final Map<UUID, Touched> aggregates = new LinkedHashMap<>();
    /** By the record: one that names no client is covered by itself alone. */
    private final Map<UUID, Touched> nameless = new LinkedHashMap<>();
    private final Set<UUID> grants = new LinkedHashSet<>();
    /** What a restriction means for the caller, by client, as found out so far. */
    private final Map<UUID, Standing> standings = new HashMap<>();

    Optional<Disclosure> of(ClientRecord record) {
        return Optional.ofNullable(byRecord.get(record));
    }

    /** @param grounds each of which opened something of the record */
    Disclosure add(List<Disclosure> grounds, ClientRecord record) {
        for (Disclosure ground : grounds) {
            Touched touched = byGround.computeIfAbsent(Ground.of(ground), first -> new Touched(ground));
            touched.parts.addAll(ground.parts());
            touched.records.add(record);
        }
        Disclosure whole = Disclosure.together(grounds);
        byRecord.put(record, whole);
        return whole;
    }

    /** @param records that the access event is to name; may be none */
    void addAggregate(Disclosure disclosure, List<? extends StoredRecord> records) {
        Touched touched = aggregates.computeIfAbsent(disclosure.clientId(), id -> new Touched(disclosure));
        touched.parts.addAll(disclosure.parts());
        touched.records.addAll(records);
    }

    void addNameless(Disclosure disclosure, StoredRecord record) {
        Touched touched = nameless.computeIfAbsent(record.recordId(), id -> new Touched(disclosure));
        touched.parts.addAll(disclosure.parts());
        touched.records.add(record);
    }

    void restOn(Grant grant) {
        grants.add(grant.id());
    }

    /** Ids of the grants without which something of it would not have been disclosed. */
    Set<UUID> grants() {
        return grants;
    }

    Map<UUID, Standing> standings() {
        return standings;
    }

    boolean isEmpty() {
        return byGround.isEmpty() && aggregates.isEmpty() && nameless.isEmpty();
    }

    /** What says neither whose data it holds nor of which nameless record is never covered. */
    boolean covers(Object view) {
        if (view instanceof DisclosedView disclosed && disclosed.clientId() == null) {
            Touched touched = nameless.get(disclosed.recordId());
            return touched != null && touched.parts.containsAll(disclosed.parts());
        }
        if (view instanceof DisclosedView disclosed) {
            Set<Part> parts = EnumSet.noneOf(Part.class);
            byGround.forEach((ground, touched) -> {
                if (ground.client().equals(disclosed.clientId())) {
                    parts.addAll(touched.parts);
                }
            });
            return !parts.isEmpty() && parts.containsAll(disclosed.parts());
        }
        return view instanceof AggregateView aggregate
                && aggregates.values().stream().anyMatch(touched -> touched.parts.containsAll(aggregate.parts()));
    }

    List<Touched> touched() {
        return Stream.of(byGround, aggregates, nameless).flatMap(each -> each.values().stream()).toList();
    }

    /** Two referrals of one client are two grounds: the log says for each record on which basis it was seen. */
    private record Ground(UUID client, String basis, UUID basisId) {

        static Ground of(Disclosure disclosure) {
            return new Ground(disclosure.clientId(), disclosure.basis(), disclosure.basisId());
        }
    }

    /** One client in this capture on one ground, or an aggregate. The records are kept themselves, so that their versions are read after the flush. */
    static final class Touched {
        private final Disclosure disclosure;
        private final Set<Part> parts = EnumSet.noneOf(Part.class);
        private final List<StoredRecord> records = new ArrayList<>();

        private Touched(Disclosure disclosure) {
            this.disclosure = disclosure;
        }

        Disclosure disclosure() {
            return disclosure;
        }

        Set<Part> parts() {
            return parts;
        }

        List<StoredRecord> records() {
            return records;
        }
    }
}

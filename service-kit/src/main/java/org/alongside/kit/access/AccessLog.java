package org.alongside.kit.access;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.access.AccessEvent.RecordTouched;
import org.alongside.kit.caller.Caller;
import org.alongside.kit.caller.Role;
import org.alongside.kit.outbox.Outbox;
import org.alongside.kit.time.Ids;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes access events into the outbox of the current transaction: they are committed with the access or it does not happen. */
@ApplicationScoped
class AccessLog {

    /** {@code maxItems} of {@code records} in the schema of the event. */
    private static final int MOST_RECORDS = 400;

    private final AccessContext context;
    private final Outbox outbox;
    private final Clock clock;
    private final String service;

    AccessLog(AccessContext context, Outbox outbox, Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.context = context;
        this.outbox = outbox;
        this.clock = clock;
        this.service = service;
    }

    /** One event per client touched. */
    void write(Collection<Capture.Touched> touched, Outcome outcome) {
        append(touched.stream().flatMap(one -> events(one, outcome)).toList());
    }

    /** One event for a request that disclosed nothing, with the ids it asked for. */
    void writeDenial(Outcome outcome, Map<String, UUID> asked) {
        append(List.of(event(new AccessSubject(asked.get("clientId"), null, List.of(), List.of(), null, null), outcome,
                asked)));
    }

    private void append(List<AccessEvent> events) {
        // Keyed by service: the log checks that each source's sequence has no gap, so a source's events keep their order.
        outbox.appendAll(events.stream()
                .map(event -> new Outbox.Message(AccessEvent.TOPIC, service, AccessEvent.TYPE, event.id(), event))
                .toList());
    }

    /** Several when there are more records than one event may name. */
    private Stream<AccessEvent> events(Capture.Touched touched, Outcome outcome) {
        List<RecordTouched> records = touched.records().stream()
                .map(each -> new RecordTouched(each.recordType(), each.recordId(), each.recordVersion())).distinct()
                .toList();
        if (records.isEmpty()) {
            return Stream.of(event(touched, records, outcome));
        }
        return IntStream.iterate(0, start -> start < records.size(), start -> start + MOST_RECORDS)
                .mapToObj(start -> records.subList(start, Math.min(start + MOST_RECORDS, records.size())))
                .map(some -> event(touched, some, outcome));
    }

    private AccessEvent event(Capture.Touched touched, List<RecordTouched> records, Outcome outcome) {
        Disclosure disclosure = touched.disclosure();
        return event(new AccessSubject(disclosure.clientId(), disclosure.homeAgency(),
                touched.parts().stream().map(Part::code).toList(), records, disclosure.basis(), disclosure.basisId()),
                outcome, Map.of());
    }

    private AccessEvent event(AccessSubject subject, Outcome outcome, Map<String, UUID> asked) {
        Operation operation = context.operation();
        Caller caller = context.caller();
        return new AccessEvent(Ids.next(), clock.instant(), context.accessId(), service, operation.name(),
                operation.action().code(), caller.kind().code(), caller.subject(), caller.application(),
                caller.agency(), rolesUsed(caller, operation), subject.client(), subject.home(), subject.parts(),
                subject.records(), context.purpose().name(),
                subject.basis(), subject.basisId(), outcome.code(), asked);
    }

    /** What the caller is besides says nothing of this access. */
    private static List<String> rolesUsed(Caller caller, Operation operation) {
        return caller.roles().stream().filter(operation.roles()::contains).map(Role::code).sorted().toList();
    }

    private record AccessSubject(UUID client, UUID home, List<String> parts, List<RecordTouched> records, String basis,
            UUID basisId) {}
}

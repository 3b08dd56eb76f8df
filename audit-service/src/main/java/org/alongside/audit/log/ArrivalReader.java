package org.alongside.audit.log;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.auditlog.LogEntry;
import org.alongside.kit.access.AccessEvent;
import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventSchemas;
import org.alongside.kit.event.InvalidEvent;
import org.alongside.kit.inbox.Received;

/** Tells access events from everything else that may stand on their topic. */
@ApplicationScoped
class ArrivalReader {

    private static final String SOURCE = "/alongside/";

    private final EventSchemas schemas;

    ArrivalReader(EventSchemas schemas) {
        this.schemas = schemas;
    }

    /** @throws InvalidEvent when the record is no access event; the message holds no value of it */
    Arrival read(Received received) {
        Event event = received.event();
        if (event == null) {
            throw new InvalidEvent(received.fault());
        }
        if (!event.type().equals(AccessEvent.TYPE)) {
            throw new InvalidEvent("The type is not " + AccessEvent.TYPE);
        }
        AccessEvent content = schemas.checked(event, AccessEvent.class);
        requireOneSource(event, content);
        return new Arrival(entry(event), content);
    }

    /** The sequence of a source is its service's alone: nobody else's event may take a place in it. */
    private static void requireOneSource(Event event, AccessEvent content) {
        if (!event.source().equals(SOURCE + content.service()) || !event.key().equals(content.service())) {
            throw new InvalidEvent("Source, key and the service in the payload are not the same");
        }
    }

    private static LogEntry entry(Event event) {
        try {
            return LogEntry.of(event.source(), event.epoch(), event.sequence(), event.payload());
        } catch (IllegalArgumentException e) {
            throw new InvalidEvent(e.getMessage());
        }
    }
}

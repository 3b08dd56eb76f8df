package org.alongside.kit.inbox;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventSchemas;
import org.alongside.kit.event.EventTrace;

import io.quarkus.arc.All;

/** The handlers of this service by type. */
@ApplicationScoped
class EventHandlers {

    private final Map<String, EventHandler> byType;
    private final EventSchemas schemas;
    private final EventTrace trace;

    /** @throws IllegalStateException when two handlers want the same type */
    EventHandlers(@All List<EventHandler> handlers, EventSchemas schemas, EventTrace trace) {
        this.byType = handlers.stream().collect(Collectors.toMap(EventHandler::type, Function.identity()));
        this.schemas = schemas;
        this.trace = trace;
    }

    boolean know(Event event) {
        return byType.containsKey(event.type());
    }

    /** @throws org.alongside.kit.event.InvalidEvent when a known event does not match its schema */
    void check(Event event) {
        if (know(event)) {
            schemas.check(event);
        }
    }

    /** Runs the handler of the type; an event of another type is of no interest here. */
    void handle(Event event) {
        EventHandler handler = byType.get(event.type());
        if (handler != null) {
            trace.handling(event, () -> handler.handle(event));
        }
    }
}

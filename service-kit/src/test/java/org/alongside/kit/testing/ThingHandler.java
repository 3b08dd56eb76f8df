package org.alongside.kit.testing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventSchemas;
import org.alongside.kit.inbox.EventHandler;

import io.opentelemetry.api.trace.Span;

/** Writes down what it is given; fails on numbers of a test's choice. */
@ApplicationScoped
public class ThingHandler implements EventHandler {

    private final EntityManager entities;
    private final EventSchemas schemas;
    private final Set<Long> broken = ConcurrentHashMap.newKeySet();

    ThingHandler(EntityManager entities, EventSchemas schemas) {
        this.entities = entities;
        this.schemas = schemas;
    }

    private record Thing(long n, String id) {}

    @Override
    public String type() {
        return Things.TYPE;
    }

    @Override
    public void handle(Event event) {
        Thing thing = schemas.read(event, Thing.class);
        entities.createNativeQuery("insert into thing_applied (key, n, trace_id) values (:key, :n, :trace)")
                .setParameter("key", event.key()).setParameter("n", thing.n())
                .setParameter("trace", Span.current().getSpanContext().getTraceId()).executeUpdate();
        if (broken.contains(thing.n())) {
            throw new IllegalStateException("This number is broken");
        }
    }

    public void breakOn(long number) {
        broken.add(number);
    }

    public void repair(long number) {
        broken.remove(number);
    }
}

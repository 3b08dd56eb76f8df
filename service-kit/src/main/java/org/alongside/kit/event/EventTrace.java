package org.alongside.kit.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;

/** Carries the trace of a request through the outbox, over Kafka and into the handlers of its events. */
@ApplicationScoped
public class EventTrace {

    private static final String TRACEPARENT = "traceparent";
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

    private final OpenTelemetry telemetry;

    EventTrace(OpenTelemetry telemetry) {
        this.telemetry = telemetry;
    }

    /** W3C traceparent of the work that is running; null when it is not traced. */
    public String current() {
        Map<String, String> carrier = new HashMap<>(2);
        W3C.inject(Context.current(), carrier, Map::put);
        return carrier.get(TRACEPARENT);
    }

    /** Runs the handling of an event in a span that continues the trace of its cause. */
    public void handling(Event event, Runnable handler) {
        Context cause = W3C.extract(Context.root(), event, CARRIED);
        Span span = telemetry.getTracer("org.alongside.kit.event").spanBuilder(event.type() + " process")
                .setParent(cause)
                .setSpanKind(SpanKind.CONSUMER).setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", event.topic())
                .setAttribute("messaging.message.id", event.id().toString()).startSpan();
        try {
            cause.with(span).wrap(handler).run();
        } finally {
            span.end();
        }
    }

    private static final TextMapGetter<Event> CARRIED = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Event event) {
            return List.of(TRACEPARENT);
        }

        @Override
        public String get(Event event, String name) {
            return TRACEPARENT.equals(name) ? event.traceparent() : null;
        }
    };
}

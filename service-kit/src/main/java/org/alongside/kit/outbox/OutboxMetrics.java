package org.alongside.kit.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.event.Event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** {@code outbox.pending}, {@code outbox.published} and {@code outbox.lag} (from append to acknowledgement). */
@ApplicationScoped
class OutboxMetrics {

    private final AtomicLong pending = new AtomicLong();
    private final Counter published;
    private final Timer lag;
    private final Clock clock;

    OutboxMetrics(MeterRegistry registry, Clock clock) {
        Gauge.builder("outbox.pending", pending, AtomicLong::get)
                .description("Events not yet acknowledged by Kafka, at the relay's last pass").register(registry);
        this.published = Counter.builder("outbox.published").description("Events acknowledged by Kafka")
                .register(registry);
        this.lag = Timer.builder("outbox.lag").description("From append to Kafka's acknowledgement").register(registry);
        this.clock = clock;
    }

    void pending(long count) {
        pending.set(count);
    }

    void published(List<Event> events) {
        Instant now = clock.instant();
        published.increment(events.size());
        events.forEach(event -> lag.record(Duration.between(event.time(), now)));
    }
}

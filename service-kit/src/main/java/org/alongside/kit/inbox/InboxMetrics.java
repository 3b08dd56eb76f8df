package org.alongside.kit.inbox;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.event.Event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * {@code inbox.events} by result (applied, ignored: a type nobody here handles, doubled), {@code inbox.parked} by reason and
 * {@code inbox.lag} (from append at the source to effect here). Counts what was tried: a rolled back batch counts again.
 */
@ApplicationScoped
class InboxMetrics {

    private final Counter applied;
    private final Counter ignored;
    private final Counter doubled;
    private final Map<Reason, Counter> parked = new EnumMap<>(Reason.class);
    private final Timer lag;
    private final Clock clock;

    InboxMetrics(MeterRegistry registry, Clock clock) {
        this.applied = result(registry, "applied");
        this.ignored = result(registry, "ignored");
        this.doubled = result(registry, "doubled");
        for (Reason reason : Reason.values()) {
            parked.put(reason, Counter.builder("inbox.parked").description("Records set aside as dead letters")
                    .tag("reason", reason.code()).register(registry));
        }
        this.lag = Timer.builder("inbox.lag").description("From append at the source to effect here")
                .register(registry);
        this.clock = clock;
    }

    void applied(Event event, boolean handled) {
        (handled ? applied : ignored).increment();
        lag.record(Duration.between(event.time(), clock.instant()));
    }

    void doubled() {
        doubled.increment();
    }

    void parked(Reason reason) {
        parked.get(reason).increment();
    }

    private static Counter result(MeterRegistry registry, String result) {
        return Counter.builder("inbox.events").description("Events taken from Kafka").tag("result", result)
                .register(registry);
    }
}

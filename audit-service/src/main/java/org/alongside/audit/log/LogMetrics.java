package org.alongside.audit.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * {@code access.log.events} by result, {@code access.log.lag} (from the access to its entry), and for alarms
 * {@code access.log.missing} and {@code access.log.filled}: while the first exceeds the second, events are missing;
 * {@code access.log.waits}: how often the log took no entry, which its service's log explains; {@code access.log.ahead}: seconds until
 * the time at which the last entry was sealed, 0 unless a clock was wrong.
 */
@ApplicationScoped
class LogMetrics {

    private final Counter stored;
    private final Counter doubled;
    private final Counter parked;
    private final Counter missing;
    private final Counter filled;
    private final Timer lag;
    private final Counter waits;
    private volatile Instant sealedUntil = Instant.EPOCH;
    private final Clock clock;

    LogMetrics(MeterRegistry registry, Clock clock) {
        this.stored = result(registry, "stored");
        this.doubled = result(registry, "doubled");
        this.parked = result(registry, "parked");
        this.missing = Counter.builder("access.log.missing")
                .description("Sequences of a source that had not arrived when a later one did").register(registry);
        this.filled = Counter.builder("access.log.filled").description("Missing sequences that arrived after all")
                .register(registry);
        this.lag = Timer.builder("access.log.lag").description("From the access to its entry in the log")
                .register(registry);
        this.waits = Counter.builder("access.log.waits").description("Tries to append to the log that had to wait")
                .register(registry);
        Gauge.builder("access.log.ahead", this::secondsAhead).baseUnit("seconds")
                .description("How far the last entry was sealed ahead of time").register(registry);
        this.clock = clock;
    }

    void count(Appended appended) {
        stored.increment(appended.stored().size());
        doubled.increment(appended.doubled());
        parked.increment(appended.parked());
        filled.increment(appended.filled());
        appended.gaps().forEach(gap -> missing.increment(gap.size()));
        Instant now = clock.instant();
        appended.stored().forEach(arrival -> lag.record(millis(arrival.event().at(), now), TimeUnit.MILLISECONDS));
    }

    /** A source's clock may be centuries off, which is more nanoseconds than there are. */
    private static long millis(Instant from, Instant to) {
        return Duration.between(from, to).toMillis();
    }

    void waited() {
        waits.increment();
    }

    void sealedUntil(Instant time) {
        sealedUntil = time;
    }

    /** Counted down by the clock, since the next entry may be a long time off. */
    private double secondsAhead() {
        return Math.max(0, Duration.between(clock.instant(), sealedUntil).toSeconds());
    }

    void parked() {
        parked.increment();
    }

    private static Counter result(MeterRegistry registry, String result) {
        return Counter.builder("access.log.events").description("Access events taken from Kafka").tag("result", result)
                .register(registry);
    }
}

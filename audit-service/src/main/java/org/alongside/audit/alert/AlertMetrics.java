package org.alongside.audit.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

@ApplicationScoped
class AlertMetrics {

    private final MeterRegistry registry;
    private final Counter evaluated;
    private final Timer lag;

    AlertMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.evaluated = Counter.builder("alert.evaluated").description("Entries of the log judged by the rules")
                .register(registry);
        this.lag = Timer.builder("alert.evaluation.lag")
                .description("From the sealing of the oldest entry of a batch to its judgement").register(registry);
    }

    void evaluated(int entries, Instant oldestSealed, Instant now) {
        evaluated.increment(entries);
        lag.record(Duration.between(oldestSealed, now));
    }

    void raised(List<Alert> alerts) {
        alerts.forEach(alert -> Counter.builder("alert.raised").description("Alerts by rule")
                .tag("rule", alert.rule().code()).register(registry).increment());
    }
}

package org.alongside.audit.alert;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.system.SystemWork;

/**
 * Raises an alert about each emergency access that nobody has reviewed within {@code alongside.alerts.emergency-review} (72 hours) of
 * its first access. Once: the reminder does not repeat itself.
 */
@ApplicationScoped
public class OverdueReviews {

    private static final int AT_ONCE = 100;

    private final AlertRepository alerts;
    private final AlertRaiser raiser;
    private final AlertConfig config;

    OverdueReviews(AlertRepository alerts, AlertRaiser raiser, AlertConfig config) {
        this.alerts = alerts;
        this.raiser = raiser;
        this.config = config;
    }

    @SystemWork("alert")
    public void raise(Instant now) {
        List<Alert> due = alerts.dueForChange(now.minus(config.emergencyReview()), AT_ONCE);
        raiser.raise(due.stream().map(alert -> alert.escalate(now)).toList(), now);
    }
}

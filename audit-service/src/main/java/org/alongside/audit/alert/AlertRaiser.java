package org.alongside.audit.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.audit.alert.rule.Finding;
import org.alongside.audit.alert.rule.RuleCode;

/**
 * Makes alerts of findings. A finding of the same rule, actor, agency and client as an open alert whose last one is not older than the
 * window belongs to that alert; a reviewed alert takes no more, the next finding opens another.
 */
@ApplicationScoped
class AlertRaiser {

    private final AlertRepository alerts;
    private final AlertEvents events;
    private final AlertMetrics metrics;
    private final AlertConfig config;

    AlertRaiser(AlertRepository alerts, AlertEvents events, AlertMetrics metrics, AlertConfig config) {
        this.alerts = alerts;
        this.events = events;
        this.metrics = metrics;
        this.config = config;
    }

    private record Key(RuleCode rule, String actor, UUID agency, UUID client) {

        static Key of(Finding finding) {
            return new Key(finding.rule(), finding.actor(), finding.agency(), finding.client());
        }

        static Key of(Alert alert) {
            return new Key(alert.rule(), alert.actor(), alert.agency(), alert.client());
        }
    }

    /** In the transaction of the caller, a job {@code alert}. */
    void raise(List<Finding> findings, Instant now) {
        if (findings.isEmpty()) {
            return;
        }
        Map<Key, Alert> open = open(findings);
        List<Alert> raised = new ArrayList<>();
        for (Finding finding : findings) {
            Alert alert = open.get(Key.of(finding));
            if (alert == null || !alert.takes(finding, config.window())) {
                alert = new Alert(finding, now);
                open.put(Key.of(finding), alert);
                raised.add(alert);
            } else {
                alert.add(finding);
            }
        }
        alerts.persist(raised);
        alerts.flush();
        events.raised(raised);
        metrics.raised(raised);
    }

    /** By key, of several the last one raised. Held, so that no review overtakes what is added. */
    private Map<Key, Alert> open(List<Finding> findings) {
        List<String> actors = findings.stream().map(Finding::actor).distinct().toList();
        return alerts.openForChange(actors).stream()
                .collect(Collectors.toMap(Key::of, alert -> alert, (one, later) -> later, LinkedHashMap::new));
    }
}

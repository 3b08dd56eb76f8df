package org.alongside.audit.alert;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Lets the rules look at what is new in the log. */
@ApplicationScoped
class AlertClock {

    private final Evaluation evaluation;
    private final OverdueReviews overdue;
    private final AlertConfig config;
    private final Clock clock;

    AlertClock(Evaluation evaluation, OverdueReviews overdue, AlertConfig config, Clock clock) {
        this.evaluation = evaluation;
        this.overdue = overdue;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${alongside.alerts.every}", delayed = "5s", identity = "alerts", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        int read = config.batch();
        while (read == config.batch()) {
            read = evaluation.evaluate(clock.instant());
        }
        overdue.raise(clock.instant());
    }
}

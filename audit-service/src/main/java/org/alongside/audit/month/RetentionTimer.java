package org.alongside.audit.month;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Each instance looks; the database lets one at a time change the months. */
@ApplicationScoped
class RetentionTimer {

    private final LogMonths months;

    RetentionTimer(LogMonths months) {
        this.months = months;
    }

    /** First when the service has started (what is due earlier is left out), since it may have been away for longer than months were made ahead. */
    @Scheduled(every = "1h", delayed = "3s", identity = "log-months", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void addAhead() {
        months.addAhead();
    }

    @Scheduled(every = "1h", delayed = "10s", identity = "log-month-bounds", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void bound() {
        boolean more = true;
        while (more) {
            more = months.boundOldest();
        }
        months.recheck();
    }

    @Scheduled(every = "1h", delayed = "7m", identity = "log-retention", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void removeOld() {
        months.removeOldest();
    }
}

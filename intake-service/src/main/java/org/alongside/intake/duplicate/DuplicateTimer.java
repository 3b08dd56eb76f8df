package org.alongside.intake.duplicate;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Each batch opens so many clients, in a transaction of its own. */
@ApplicationScoped
class DuplicateTimer {

    private static final int BATCH = 50;

    private final DuplicateService duplicates;

    DuplicateTimer(DuplicateService duplicates) {
        this.duplicates = duplicates;
    }

    @Scheduled(every = "10m", delayed = "45s", identity = "duplicate-index", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void index() {
        int indexed = BATCH;
        while (indexed == BATCH) {
            indexed = duplicates.indexSome(BATCH);
        }
    }
}

package org.alongside.audit.log;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Seals on upgrade what was stored before. Looks again now and then because the database may be away at the start. */
@ApplicationScoped
class Sealing {

    private final UnsealedEntries unsealed;

    Sealing(UnsealedEntries unsealed) {
        this.unsealed = unsealed;
    }

    @Scheduled(every = "10s", identity = "seal-unsealed", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void run() {
        while (unsealed.sealNext()) {
            continue;
        }
    }
}

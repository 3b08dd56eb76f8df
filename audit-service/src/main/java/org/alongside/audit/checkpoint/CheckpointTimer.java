package org.alongside.audit.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Each instance looks; whoever is first with a size signs it. */
@ApplicationScoped
class CheckpointTimer {

    private final Checkpoints checkpoints;

    CheckpointTimer(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    @Scheduled(every = "${alongside.log.checkpoint-every:1s}", identity = "checkpoint", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void run() {
        checkpoints.sign();
    }
}

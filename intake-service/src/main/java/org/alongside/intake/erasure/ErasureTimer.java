package org.alongside.intake.erasure;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

@ApplicationScoped
class ErasureTimer {

    private final ErasureWork work;

    ErasureTimer(ErasureWork work) {
        this.work = work;
    }

    @Scheduled(every = "${alongside.erasure.interval:PT1M}", identity = "erasure", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void eraseWhatIsDue() {
        boolean more = true;
        while (more) {
            more = work.eraseNext();
        }
    }
}

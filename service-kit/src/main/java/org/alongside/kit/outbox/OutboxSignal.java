package org.alongside.kit.outbox;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

/** Wakes the relay of this process; many signals while it works are one. */
@ApplicationScoped
class OutboxSignal {

    private final BlockingQueue<Boolean> raised = new ArrayBlockingQueue<>(1);

    void raise() {
        raised.offer(Boolean.TRUE);
    }

    /** Returns at once when raised since the last call. */
    void await(Duration longest) throws InterruptedException {
        raised.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
    }
}

package org.alongside.kit.system;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Wakes a {@link PollingThread} of this process; many signals while it works are one. */
public class Signal {

    private final BlockingQueue<Boolean> raised = new ArrayBlockingQueue<>(1);

    public void raise() {
        raised.offer(Boolean.TRUE);
    }

    /** Returns at once when raised since the last call. */
    void await(Duration longest) throws InterruptedException {
        raised.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
    }
}

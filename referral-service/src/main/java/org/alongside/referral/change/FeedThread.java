package org.alongside.referral.change;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.alongside.kit.system.PollingThread;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Keeps the feeds up to date; every instance runs one, and the lock lets one at a time work. */
@ApplicationScoped
class FeedThread implements PollingThread.Work {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(4);

    private final FeedPositions positions;
    private final PollingThread thread;

    FeedThread(FeedPositions positions, FeedSignal signal, ChangeConfig config) {
        this.positions = positions;
        this.thread = new PollingThread("referral-feed", this, signal, config.poll(), config.maxBackoff());
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        thread.stop(LONGEST_STOP);
    }

    @Override
    public boolean pass() {
        return positions.tellSome();
    }

    @Override
    public String waiting() {
        return "Changes wait to be told to agencies";
    }
}

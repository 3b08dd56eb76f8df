package org.alongside.kit.system;

import java.time.Duration;

import org.jboss.logging.Logger;

/**
 * A thread that does the same again and again for as long as the process lives: at once while there is more to do, else when woken by a
 * {@link Signal} or after a pause. It outlives whatever a pass throws, an {@link Error} too, since one that ended in silence would leave
 * its work undone unnoticed; while passes fail the pauses between them double.
 */
public final class PollingThread implements Runnable {

    private static final Logger LOG = Logger.getLogger(PollingThread.class);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);

    private final Work work;
    private final Signal signal;
    private final Duration poll;
    private final Duration maxBackoff;
    private final Thread thread;
    private volatile boolean stopping;
    private Duration backoff = Duration.ZERO;

    /**
     * @param name       of the thread
     * @param poll       longest pause when nobody wakes it: the delay after another instance died
     * @param maxBackoff longest pause between two failing passes
     */
    public PollingThread(String name, Work work, Signal signal, Duration poll, Duration maxBackoff) {
        this.work = work;
        this.signal = signal;
        this.poll = poll;
        this.maxBackoff = maxBackoff;
        this.thread = new Thread(this, name);
        thread.setDaemon(true);
    }

    /** What is done in one pass. */
    public interface Work {

        /** @return whether there is more to do at once */
        boolean pass() throws Exception;

        /** What waits while passes fail, for the log: a sentence without its end. */
        String waiting();

        /** What to show of a failure; its own message may quote rows. */
        default Throwable cause(Throwable failure) {
            return failure;
        }
    }

    public void start() {
        thread.start();
    }

    public boolean alive() {
        return thread.isAlive();
    }

    /** Lets the running pass finish, for so long at most. */
    public void stop(Duration longest) throws InterruptedException {
        stopping = true;
        signal.raise();
        thread.join(longest.toMillis());
        thread.interrupt();
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                step();
            }
        } catch (InterruptedException e) {
            LOG.debugf("%s was stopped in the middle of a pass; what is in doubt is done again", thread.getName());
        }
    }

    private void step() throws InterruptedException {
        try {
            boolean more = work.pass();
            recovered();
            if (!more) {
                signal.await(poll);
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            failed(e);
            Thread.sleep(backoff.toMillis());
        }
    }

    private void failed(Throwable failure) {
        if (backoff.isZero()) {
            // once per outage, not per attempt
            Throwable cause = work.cause(failure);
            LOG.errorf("%s until this is over: %s: %s", work.waiting(), cause.getClass().getSimpleName(),
                    cause.getMessage());
            backoff = FIRST_BACKOFF;
        } else {
            Duration doubled = backoff.multipliedBy(2);
            backoff = doubled.compareTo(maxBackoff) < 0 ? doubled : maxBackoff;
        }
    }

    private void recovered() {
        if (!backoff.isZero()) {
            LOG.infof("No longer: %s", work.waiting());
            backoff = Duration.ZERO;
        }
    }
}

package org.alongside.kit.outbox;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * The thread that drains the outbox of this service; every instance runs one and the lock lets one at a time work. See
 * {@link OutboxDrain} for what a crash can and cannot do.
 */
@ApplicationScoped
class OutboxRelay implements Runnable {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);

    private final OutboxDrain drain;
    private final OutboxSignal signal;
    private final OutboxConfig config;
    private final Thread thread = new Thread(this, "outbox-relay");
    private volatile boolean stopping;
    private Duration backoff = Duration.ZERO;

    OutboxRelay(OutboxDrain drain, OutboxSignal signal, OutboxConfig config) {
        this.drain = drain;
        this.signal = signal;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (config.relay()) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** False when this instance should relay and does not. */
    boolean alive() {
        return !config.relay() || thread.isAlive();
    }

    /** Lets the running pass finish, so that a planned stop leaves nothing to be sent twice. */
    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        signal.raise();
        thread.join(config.sendTimeout().toMillis());
        thread.interrupt();
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                step();
            }
        } catch (InterruptedException e) {
            LOG.debug("Relay was stopped in the middle of a pass; what is in doubt is sent again");
        }
    }

    /** Outlives whatever a pass throws, an {@link Error} too: a relay that ends in silence lets events pile up unnoticed. */
    private void step() throws InterruptedException {
        try {
            OutboxDrain.Pass pass = drain.pass();
            recovered();
            if (pass != OutboxDrain.Pass.MORE) {
                signal.await(config.poll());
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
            LOG.errorf("Events wait in the outbox until this is over: %s", reason(failure));
            backoff = FIRST_BACKOFF;
        } else {
            Duration doubled = backoff.multipliedBy(2);
            backoff = doubled.compareTo(config.maxBackoff()) < 0 ? doubled : config.maxBackoff();
        }
    }

    private void recovered() {
        if (!backoff.isZero()) {
            LOG.info("Events leave the outbox again");
            backoff = Duration.ZERO;
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure instanceof PublishingFailed ? failure.getCause() : failure;
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}

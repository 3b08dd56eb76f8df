package org.alongside.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.alongside.kit.system.PollingThread;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * The thread that drains the outbox of this service; every instance runs one and the lock lets one at a time work. See
 * {@link OutboxDrain} for what a crash can and cannot do.
 */
@ApplicationScoped
class OutboxRelay implements PollingThread.Work {

    private final OutboxDrain drain;
    private final OutboxConfig config;
    private final PollingThread thread;

    OutboxRelay(OutboxDrain drain, OutboxSignal signal, OutboxConfig config) {
        this.drain = drain;
        this.config = config;
        this.thread = new PollingThread("outbox-relay", this, signal, config.poll(), config.maxBackoff());
    }

    void start(@Observes StartupEvent started) {
        if (config.relay()) {
            thread.start();
        }
    }

    /** False when this instance should relay and does not. */
    boolean alive() {
        return !config.relay() || thread.alive();
    }

    /** Lets the running pass finish, so that a planned stop leaves nothing to be sent twice. */
    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        thread.stop(config.sendTimeout());
    }

    @Override
    public boolean pass() throws Exception {
        return drain.pass() == OutboxDrain.Pass.MORE;
    }

    @Override
    public String waiting() {
        return "Events wait in the outbox";
    }

    @Override
    public Throwable cause(Throwable failure) {
        return failure instanceof PublishingFailed ? failure.getCause() : failure;
    }
}

package org.alongside.kit.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;

/**
 * Takes records from Kafka, batch by batch and in order. Offsets are committed only after the database has; a crash in between
 * brings the same records again, which {@link InboxLedger} recognises.
 */
@ApplicationScoped
public class InboxConsumer {

    private static final Logger LOG = Logger.getLogger(InboxConsumer.class);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);

    private final InboxLedger ledger;
    private final Inbox inbox;
    private final InboxConfig config;
    private final CountDownLatch stopping = new CountDownLatch(1);

    InboxConsumer(InboxLedger ledger, Inbox inbox, InboxConfig config) {
        this.ledger = ledger;
        this.inbox = inbox;
        this.config = config;
    }

    /** Returns when every record has had its effect or is a dead letter. While the database is away it waits and keeps order. */
    @Incoming("inbox")
    @Blocking
    @Acknowledgment(Acknowledgment.Strategy.POST_PROCESSING)
    public void receive(ConsumerRecords<String, byte[]> records) {
        List<Received> batch = new ArrayList<>(records.count());
        records.forEach(record -> batch.add(Received.of(record)));
        if (!applied(batch)) {
            batch.forEach(this::single);
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.countDown();
    }

    private boolean applied(List<Received> batch) {
        try {
            apply(batch);
            return true;
        } catch (RuntimeException e) {
            giveUpWhenStopping(e);
            // one of them fails; the others are not to suffer for it
            return false;
        }
    }

    private void single(Received received) {
        RuntimeException failure = null;
        for (int attempt = 1; attempt <= config.tries(); attempt++) {
            try {
                apply(List.of(received));
                return;
            } catch (RuntimeException e) {
                giveUpWhenStopping(e);
                failure = e;
            }
        }
        park(received, failure);
    }

    private void park(Received received, RuntimeException failure) {
        String detail = Faults.describe(failure);
        if (received.event().isSignal()) {
            LOG.errorf("Signal %s was dropped: %s", received.event().type(), detail);
            return;
        }
        LOG.errorf("Event %s of %s is a dead letter after %d tries: %s", received.event().id(), received.event().type(),
                config.tries(), detail);
        // Whatever goes wrong here, skipping the event would be worse than standing still.
        persist(() -> {
            ledger.park(received, detail);
            return null;
        }, fault -> true);
    }

    private void apply(List<Received> batch) {
        persist(() -> ledger.apply(batch), Faults::passing).forEach(inbox::heal);
    }

    /**
     * Tries until the database takes it, for as long as that takes.
     *
     * @param passing failures after which it tries again; others are thrown
     */
    private <T> T persist(Supplier<T> work, Predicate<Throwable> passing) {
        Duration backoff = Duration.ZERO;
        while (true) {
            try {
                T result = work.get();
                if (!backoff.isZero()) {
                    LOG.info("The inbox goes on");
                }
                return result;
            } catch (RuntimeException e) {
                if (!passing.test(e)) {
                    throw e;
                }
                if (backoff.isZero()) {
                    LOG.warnf("The inbox waits until this is over: %s", Faults.describe(e));
                }
                backoff = longer(backoff);
                pause(backoff, e);
            }
        }
    }

    private Duration longer(Duration backoff) {
        Duration next = backoff.isZero() ? FIRST_BACKOFF : backoff.multipliedBy(2);
        return next.compareTo(config.maxBackoff()) < 0 ? next : config.maxBackoff();
    }

    private void pause(Duration backoff, RuntimeException reason) {
        try {
            if (stopping.await(backoff.toMillis(), TimeUnit.MILLISECONDS)) {
                throw reason;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }

    /** Leaves the records to the next start: in a process that is going down anything may fail. */
    private void giveUpWhenStopping(RuntimeException failure) {
        if (stopping.getCount() == 0) {
            throw failure;
        }
    }
}

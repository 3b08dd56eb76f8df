package org.alongside.kit.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Brings batches of records into the database, whatever it takes. While the database is away it waits and keeps the order. When a
 * batch fails for another reason its records are tried one by one, and one that fails each time is parked and holds up nobody.
 */
public final class Delivery {

    private static final Logger LOG = Logger.getLogger(Delivery.class);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);

    private final String name;
    private final Target target;
    private final InboxConfig config;
    private final CountDownLatch stopping = new CountDownLatch(1);

    /** @param name of the consumer, for the log */
    public Delivery(String name, Target target, InboxConfig config) {
        this.name = name;
        this.target = target;
        this.config = config;
    }

    /** Where records go. Both methods commit before they return, and have changed nothing when they throw. */
    public interface Target {

        /** Recognises records that it has applied before: after a crash or a failure they come again. */
        void apply(List<Received> batch);

        /**
         * Sets aside one record that cannot be applied.
         *
         * @param detail class names and error codes, no values
         */
        void park(Received received, String detail);
    }

    /** Returns when every record has been applied or parked; throws only when the process is going down. */
    public void deliver(ConsumerRecords<String, byte[]> records) {
        List<Received> batch = new ArrayList<>(records.count());
        records.forEach(record -> batch.add(Received.of(record)));
        if (!applied(batch)) {
            batch.forEach(this::single);
        }
    }

    /** Gives up waiting; what is not applied then comes again at the next start. */
    public void stop() {
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
        park(received, Faults.describe(failure));
    }

    private void apply(List<Received> batch) {
        persist(() -> target.apply(batch), Faults::passing);
    }

    /** Whatever goes wrong here, skipping the record would be worse than standing still. */
    private void park(Received received, String detail) {
        LOG.errorf("Record %d of %s-%d is parked by the %s after %d tries: %s", received.record().offset(),
                received.record().topic(), received.record().partition(), name, config.tries(), detail);
        persist(() -> target.park(received, detail), fault -> true);
    }

    /**
     * Tries until the database takes it, for as long as that takes.
     *
     * @param passing failures after which it tries again; others are thrown
     */
    private void persist(Runnable work, Predicate<Throwable> passing) {
        Duration backoff = Duration.ZERO;
        while (true) {
            try {
                work.run();
                if (!backoff.isZero()) {
                    LOG.infof("The %s goes on", name);
                }
                return;
            } catch (RuntimeException e) {
                if (!passing.test(e)) {
                    throw e;
                }
                if (backoff.isZero()) {
                    LOG.warnf("The %s waits until this is over: %s", name, Faults.describe(e));
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

package org.alongside.referral.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.alongside.kit.system.Signal;

/** Wakes the feed of this process once something noted is committed. */
@ApplicationScoped
class FeedSignal extends Signal {

    private final TransactionSynchronizationRegistry transaction;

    FeedSignal(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    void raiseAfterCommit() {
        if (transaction.getResource(FeedSignal.class) == null) {
            transaction.putResource(FeedSignal.class, Boolean.TRUE);
            transaction.registerInterposedSynchronization(new Raise());
        }
    }

    private final class Raise implements Synchronization {

        @Override
        public void beforeCompletion() {
            // nothing is visible to the feed yet
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                raise();
            }
        }
    }
}

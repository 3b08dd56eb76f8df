package org.alongside.kit.outbox;

import java.util.List;

/**
 * A bean that tells the state of the moment each time the outbox has been emptied, for instance that a copy elsewhere is up to
 * date. Asked on the relay's thread at every poll, so it limits its own rate.
 */
public interface AfterDrain {

    /**
     * Called by the one relay that holds the lock. What is returned is sent right after the last event, on the same producer,
     * unnumbered (see {@link org.alongside.kit.event.Event#isSignal()}); when sending fails nobody tries again.
     */
    List<Outbox.Message> signals(Drained drained);
}

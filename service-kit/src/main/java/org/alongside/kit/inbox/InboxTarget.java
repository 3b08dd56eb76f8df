package org.alongside.kit.inbox;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

/** Applies the inbox's records by way of {@link InboxLedger}. */
@ApplicationScoped
class InboxTarget implements Delivery.Target {

    private static final Logger LOG = Logger.getLogger(InboxTarget.class);

    private final InboxLedger ledger;
    private final Inbox inbox;

    InboxTarget(InboxLedger ledger, Inbox inbox) {
        this.ledger = ledger;
        this.inbox = inbox;
    }

    @Override
    public void apply(List<Received> batch) {
        ledger.apply(batch).forEach(inbox::heal);
    }

    @Override
    public void park(Received received, String detail) {
        if (received.event() != null && received.event().isSignal()) {
            LOG.errorf("Signal %s was dropped: %s", received.event().type(), detail);
            return;
        }
        ledger.park(received, detail);
    }
}

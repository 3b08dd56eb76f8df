package org.alongside.referral.referral;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventSchemas;
import org.alongside.kit.inbox.EventHandler;

/**
 * A referral moved: if it was forwarded, or forwards another, the other one follows. By this service's own event, since whoever
 * moved the one may not see the other.
 */
@ApplicationScoped
class ForwardInStep implements EventHandler {

    private final ForwardedReferrals referrals;
    private final EventSchemas schemas;

    ForwardInStep(ForwardedReferrals referrals, EventSchemas schemas) {
        this.referrals = referrals;
        this.schemas = schemas;
    }

    @Override
    public String type() {
        return "org.alongside.referral.referral.moved.v1";
    }

    @Override
    public void handle(Event event) {
        referrals.keepInStep(schemas.read(event, Moved.class).referralId());
    }

    record Moved(UUID referralId) {}
}

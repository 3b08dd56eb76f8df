package org.alongside.intake.referral;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.intake.consent.ConsentService;
import org.alongside.intake.consent.SentReferral;
import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventSchemas;
import org.alongside.kit.inbox.EventHandler;

/** A referral was sent: its recipient gets the grant to see it, if the consent behind it still stands. */
@ApplicationScoped
class ReferralRequested implements EventHandler {

    private final ConsentService consents;
    private final EventSchemas schemas;

    ReferralRequested(ConsentService consents, EventSchemas schemas) {
        this.consents = consents;
        this.schemas = schemas;
    }

    @Override
    public String type() {
        return "org.alongside.referral.referral.requested.v1";
    }

    @Override
    public void handle(Event event) {
        consents.grantForReferral(schemas.read(event, SentReferral.class));
    }
}

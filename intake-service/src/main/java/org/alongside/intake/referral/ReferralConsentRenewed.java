package org.alongside.intake.referral;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.intake.consent.ConsentService;
import org.alongside.intake.consent.SentReferral;
import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventSchemas;
import org.alongside.kit.inbox.EventHandler;

/** A referral goes on under another consent: its recipient gets the grant anew, if that one still stands. The former has ended. */
@ApplicationScoped
class ReferralConsentRenewed implements EventHandler {

    private final ConsentService consents;
    private final EventSchemas schemas;

    ReferralConsentRenewed(ConsentService consents, EventSchemas schemas) {
        this.consents = consents;
        this.schemas = schemas;
    }

    @Override
    public String type() {
        return "org.alongside.referral.referral.consent-renewed.v1";
    }

    @Override
    public void handle(Event event) {
        consents.grantForReferral(schemas.read(event, SentReferral.class));
    }
}

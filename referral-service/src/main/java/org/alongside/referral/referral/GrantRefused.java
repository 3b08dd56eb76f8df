package org.alongside.referral.referral;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventSchemas;
import org.alongside.kit.inbox.EventHandler;

/** The consent did not hold when the referral reached intake-service: its recipient will never see it, so it ends. */
@ApplicationScoped
class GrantRefused implements EventHandler {

    private final ConsentlessReferrals referrals;
    private final EventSchemas schemas;

    GrantRefused(ConsentlessReferrals referrals, EventSchemas schemas) {
        this.referrals = referrals;
        this.schemas = schemas;
    }

    @Override
    public String type() {
        return "org.alongside.intake.consent.referral-refused.v1";
    }

    @Override
    public void handle(Event event) {
        referrals.endWithoutGrant(schemas.read(event, Refused.class).referralId());
    }

    record Refused(UUID referralId) {}
}

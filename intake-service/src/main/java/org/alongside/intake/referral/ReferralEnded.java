package org.alongside.intake.referral;

import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.intake.grant.GrantService;
import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventSchemas;
import org.alongside.kit.inbox.EventHandler;

/**
 * A referral ended without any help having been given, or by mistake there never should have been one: its recipient loses the
 * grant to see it. Whoever gave help keeps the grant as long as the consent lasts.
 */
@ApplicationScoped
class ReferralEnded implements EventHandler {

    private static final Set<String> WITHOUT_HELP = Set.of("declined", "cancelled", "expired", "unsuccessful",
            "entered-in-error");

    private final GrantService grants;
    private final EventSchemas schemas;

    ReferralEnded(GrantService grants, EventSchemas schemas) {
        this.grants = grants;
        this.schemas = schemas;
    }

    @Override
    public String type() {
        return "org.alongside.referral.referral.moved.v1";
    }

    @Override
    public void handle(Event event) {
        Moved moved = schemas.read(event, Moved.class);
        if (WITHOUT_HELP.contains(moved.status())) {
            grants.revokeForReferral(moved.referralId());
        }
    }

    record Moved(UUID referralId, String status) {}
}

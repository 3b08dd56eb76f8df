package org.alongside.referral.openreferral;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.code.Coded;
import org.alongside.kit.outbox.Outbox;

/** That there is something to claim, or no longer; ids and codes, and nothing of whose it is. */
@ApplicationScoped
class OpenReferralEvents {

    private final Outbox outbox;

    OpenReferralEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void moved(OpenReferral open) {
        outbox.append("referral.open-referral.v1", open.recordId(), "org.alongside.referral.open-referral.moved.v1",
                new State(open.recordId(), open.category(), Coded.codeOf(open.urgency()), open.status().code(),
                        open.claimant(), open.serviceId(), open.referralId(), open.recordVersion()));
    }

    record State(UUID openReferralId, String category, String urgency, String status, UUID claimant, UUID serviceId,
            UUID referralId, long version) {}
}

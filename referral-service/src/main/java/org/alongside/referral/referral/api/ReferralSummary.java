package org.alongside.referral.referral.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.need.Urgency;
import org.alongside.referral.appointment.api.AppointmentView;
import org.alongside.referral.referral.ReferralStatus;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A referral in a list: codes and times, no words. Members as in {@link ReferralView}. */
public record ReferralSummary(UUID referralId, UUID clientId, UUID sender, UUID recipient, UUID serviceId,
        String category,
        UUID bundleId, Urgency urgency, ReferralStatus status, Instant requestedAt, Instant respondBy,
        AppointmentView appointment, Integer waitlistPosition, Responsible responsible,
        Boolean loopClosed,
        List<String> allowedActions, @JsonIgnore Set<Part> parts) implements DisclosedView {

    @Override
    @JsonIgnore
    public UUID recordId() {
        return referralId;
    }
}

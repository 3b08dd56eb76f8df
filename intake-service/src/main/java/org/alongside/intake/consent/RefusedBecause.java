package org.alongside.intake.consent;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a referral that was sent got no grant. */
enum RefusedBecause {
    /** Revoked, over, or never given. */
    CONSENT_NOT_ACTIVE, RECIPIENT_NOT_NAMED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.alongside.intake.consent;

import org.alongside.kit.code.Coded;

/** Why a referral that was sent got no grant. */
enum RefusedBecause implements Coded {
    /** Revoked, over, or never given. */
    CONSENT_NOT_ACTIVE, RECIPIENT_NOT_NAMED;
}

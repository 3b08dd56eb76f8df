package org.alongside.referral.referral;

import org.alongside.kit.code.Coded;

/** Why a referral ended without the service. No code judges the person. */
public enum EndReason implements Coded {
    NO_CAPACITY, NOT_ELIGIBLE, NO_FUNDS, OUTSIDE_AREA, COULD_NOT_BE_REACHED, DID_NOT_COME, CLIENT_CHANGED_MIND,
    DUPLICATE,
    /** The consent behind it does not hold, or no longer. */
    CONSENT_ENDED,
    /** In words, which are sealed. */
    OTHER;
}

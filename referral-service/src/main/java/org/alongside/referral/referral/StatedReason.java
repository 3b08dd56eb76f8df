package org.alongside.referral.referral;

import org.alongside.kit.code.Coded;

/** Why an agency ends a referral without the service: of {@link EndReason} what is for people to say. */
public enum StatedReason implements Coded {
    NO_CAPACITY, NOT_ELIGIBLE, NO_FUNDS, OUTSIDE_AREA, COULD_NOT_BE_REACHED, DID_NOT_COME, CLIENT_CHANGED_MIND,
    DUPLICATE,
    /** In words, which are sealed. */
    OTHER;

    EndReason endReason() {
        return EndReason.valueOf(name());
    }
}

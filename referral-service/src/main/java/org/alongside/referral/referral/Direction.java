package org.alongside.referral.referral;

import org.alongside.kit.code.Coded;

/** Which referrals of an agency a list shows. */
enum Direction implements Coded {
    SENT("sender"), RECEIVED("recipient");

    private final String agencyAttribute;

    Direction(String agencyAttribute) {
        this.agencyAttribute = agencyAttribute;
    }

    /** Attribute of {@link Referral} that holds the agency. */
    String agencyAttribute() {
        return agencyAttribute;
    }
}

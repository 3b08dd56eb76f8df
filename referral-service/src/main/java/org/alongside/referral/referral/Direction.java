package org.alongside.referral.referral;

import org.alongside.kit.code.Coded;

/** Which referrals of an agency a list shows. */
enum Direction implements Coded {
    SENT, RECEIVED
}

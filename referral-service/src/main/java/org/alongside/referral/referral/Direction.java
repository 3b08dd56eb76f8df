package org.alongside.referral.referral;

/** Which referrals of an agency a list shows. */
enum Direction implements Coded {
    SENT, RECEIVED
}

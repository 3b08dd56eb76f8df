package org.alongside.intake.grant;

import org.alongside.kit.code.Coded;

/** What a grant rests on. */
enum GrantBasis implements Coded {
    CONSENT, REFERRAL, EMERGENCY
}

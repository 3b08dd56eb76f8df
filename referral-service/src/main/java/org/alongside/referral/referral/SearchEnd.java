package org.alongside.referral.referral;

import org.alongside.kit.code.Coded;

/** Why nobody else is asked after a referral that ended without help. No code judges the person. */
public enum SearchEnd implements Coded {
    /** The client wants no other agency asked, for now or for good. */
    CLIENT_WANTS_NO_OTHER,
    /** The need was met without this referral. */
    MET_ELSEWHERE,
    /** There is nobody left to ask. */
    TRIED_ALL;
}

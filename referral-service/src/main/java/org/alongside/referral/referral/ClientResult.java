package org.alongside.referral.referral;

import org.alongside.kit.code.Coded;

/** Whether the need was met, as the client sees it. */
public enum ClientResult implements Coded {
    MET, PARTLY, NOT_MET,
    /** The client was not reached or did not say: leaves the loop open. */
    UNKNOWN;
}

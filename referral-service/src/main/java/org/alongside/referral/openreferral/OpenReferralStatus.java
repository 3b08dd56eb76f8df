package org.alongside.referral.openreferral;

import java.util.EnumSet;
import java.util.Set;

import org.alongside.kit.state.State;

/** Life of an open referral. */
public enum OpenReferralStatus implements State<OpenReferralStatus> {

    /** Any eligible agency may claim it. */
    OPEN,
    /** Reserved for the claimant until the client has agreed, or the time for that is over. */
    CLAIMED,
    /** The client agreed: it became a referral to the claimant. */
    REQUESTED,
    /** The sender took it back. */
    WITHDRAWN;

    @Override
    public Set<OpenReferralStatus> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(CLAIMED, WITHDRAWN);
            case CLAIMED -> EnumSet.of(OPEN, REQUESTED, WITHDRAWN);
            case REQUESTED, WITHDRAWN -> EnumSet.noneOf(OpenReferralStatus.class);
        };
    }
}

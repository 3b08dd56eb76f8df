package org.alongside.planning.complaint;

import java.util.EnumSet;
import java.util.Set;

import org.alongside.kit.state.State;

/** Life of a complaint. The client can take it back until it is answered, and can complain again after. */
public enum ComplaintStatus implements State<ComplaintStatus> {
    RECEIVED, UNDER_REVIEW, ANSWERED, WITHDRAWN;

    @Override
    public Set<ComplaintStatus> next() {
        return switch (this) {
            case RECEIVED -> EnumSet.of(UNDER_REVIEW, WITHDRAWN);
            case UNDER_REVIEW -> EnumSet.of(ANSWERED, WITHDRAWN);
            case ANSWERED, WITHDRAWN -> EnumSet.noneOf(ComplaintStatus.class);
        };
    }
}

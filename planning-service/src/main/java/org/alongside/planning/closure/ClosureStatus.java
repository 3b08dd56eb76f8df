package org.alongside.planning.closure;

import java.util.EnumSet;
import java.util.Set;

import org.alongside.kit.state.State;

/**
 * Life of an ending. It is written together with the client while the work goes on; where the agency asks for it a supervisor approves it,
 * or sends it back. The case is closed when it is completed, and not before.
 */
public enum ClosureStatus implements State<ClosureStatus> {
    DRAFT, AWAITING_APPROVAL, COMPLETED, WITHDRAWN;

    @Override
    public Set<ClosureStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(AWAITING_APPROVAL, COMPLETED, WITHDRAWN);
            case AWAITING_APPROVAL -> EnumSet.of(DRAFT, COMPLETED, WITHDRAWN);
            case COMPLETED, WITHDRAWN -> EnumSet.noneOf(ClosureStatus.class);
        };
    }
}

package org.alongside.planning.goal;

import java.util.EnumSet;
import java.util.Set;

import org.alongside.kit.state.State;

/** Life of a goal. It becomes active only after the client's assent is recorded; it can be dropped until it has a result. */
public enum GoalStatus implements State<GoalStatus> {
    PROPOSED, AGREED, ACTIVE, ACHIEVED, PARTLY_ACHIEVED, NOT_ACHIEVED, DROPPED;

    @Override
    public Set<GoalStatus> next() {
        return switch (this) {
            case PROPOSED -> EnumSet.of(AGREED, DROPPED);
            case AGREED -> EnumSet.of(ACTIVE, DROPPED);
            case ACTIVE -> EnumSet.of(ACHIEVED, PARTLY_ACHIEVED, NOT_ACHIEVED, DROPPED);
            case ACHIEVED, PARTLY_ACHIEVED, NOT_ACHIEVED, DROPPED -> EnumSet.noneOf(GoalStatus.class);
        };
    }
}

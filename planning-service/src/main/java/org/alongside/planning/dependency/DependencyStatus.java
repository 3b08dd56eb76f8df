package org.alongside.planning.dependency;

import java.util.EnumSet;
import java.util.Set;

import org.alongside.kit.state.State;

/** Life of a dependency review: it is held once. */
public enum DependencyStatus implements State<DependencyStatus> {
    RAISED, HELD;

    @Override
    public Set<DependencyStatus> next() {
        return this == RAISED ? EnumSet.of(HELD) : EnumSet.noneOf(DependencyStatus.class);
    }
}

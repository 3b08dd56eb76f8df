package org.alongside.intake.intake;

import java.util.EnumSet;
import java.util.Set;

import org.alongside.kit.state.State;

/** Life of an intake. */
public enum IntakeStatus implements State<IntakeStatus> {
    OPEN, COMPLETED, WITHDRAWN;

    @Override
    public Set<IntakeStatus> next() {
        return this == OPEN ? EnumSet.of(COMPLETED, WITHDRAWN) : EnumSet.noneOf(IntakeStatus.class);
    }
}

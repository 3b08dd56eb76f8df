package org.alongside.planning.checkin;

import java.util.EnumSet;
import java.util.Set;

import org.alongside.kit.state.State;

/** Life of a check-in. Who is not reached is asked again: that is another one. Called off when the work is taken up before. */
public enum CheckInStatus implements State<CheckInStatus> {
    PLANNED, HELD, NOT_REACHED, CALLED_OFF;

    @Override
    public Set<CheckInStatus> next() {
        return this == PLANNED
                ? EnumSet.of(HELD, NOT_REACHED, CALLED_OFF)
                : EnumSet.noneOf(CheckInStatus.class);
    }
}

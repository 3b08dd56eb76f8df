package org.alongside.planning.casework;

import java.util.EnumSet;
import java.util.Set;

import org.alongside.kit.state.State;

/** Whether work goes on in a case. A closed case may be opened again: the door stays open, without a new intake. */
public enum CaseStatus implements State<CaseStatus> {
    OPEN, ON_HOLD, CLOSED;

    @Override
    public Set<CaseStatus> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(ON_HOLD, CLOSED);
            case ON_HOLD -> EnumSet.of(OPEN, CLOSED);
            case CLOSED -> EnumSet.of(OPEN);
        };
    }
}

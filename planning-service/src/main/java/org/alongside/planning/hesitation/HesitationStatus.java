package org.alongside.planning.hesitation;

import java.util.EnumSet;
import java.util.Set;

import org.alongside.kit.state.State;

/** Life of a hesitation. Who hesitates again is heard again: that is another one. */
public enum HesitationStatus implements State<HesitationStatus> {
    RAISED, ANSWERED;

    @Override
    public Set<HesitationStatus> next() {
        return this == RAISED ? EnumSet.of(ANSWERED) : EnumSet.noneOf(HesitationStatus.class);
    }
}

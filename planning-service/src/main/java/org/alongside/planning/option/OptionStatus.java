package org.alongside.planning.option;

import java.util.EnumSet;
import java.util.Set;

import org.alongside.kit.state.State;

/** Life of an option. Who thinks again is offered it again: what was said stays. */
public enum OptionStatus implements State<OptionStatus> {
    OFFERED, CHOSEN, REFUSED;

    @Override
    public Set<OptionStatus> next() {
        return this == OFFERED ? EnumSet.of(CHOSEN, REFUSED) : EnumSet.noneOf(OptionStatus.class);
    }
}

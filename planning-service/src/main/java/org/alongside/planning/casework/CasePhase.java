package org.alongside.planning.casework;

import java.util.EnumSet;
import java.util.Set;

import org.alongside.kit.state.State;

/**
 * Where client and worker are together: one phase onward or back. A review may also lead to a changed plan, and an ending may
 * begin in any phase, since the client may leave at any time.
 */
public enum CasePhase implements State<CasePhase> {
    ENGAGING, ASSESSING, PLANNING, ACTING, REVIEWING, ENDING;

    @Override
    public Set<CasePhase> next() {
        return switch (this) {
            case ENGAGING -> EnumSet.of(ASSESSING, ENDING);
            case ASSESSING -> EnumSet.of(ENGAGING, PLANNING, ENDING);
            case PLANNING -> EnumSet.of(ASSESSING, ACTING, ENDING);
            case ACTING -> EnumSet.of(PLANNING, REVIEWING, ENDING);
            case REVIEWING -> EnumSet.of(PLANNING, ACTING, ENDING);
            case ENDING -> EnumSet.of(REVIEWING);
        };
    }
}

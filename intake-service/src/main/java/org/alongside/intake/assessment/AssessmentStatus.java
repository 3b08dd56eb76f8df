package org.alongside.intake.assessment;

import java.util.EnumSet;
import java.util.Set;

import org.alongside.kit.state.State;

/** Life of an assessment. */
public enum AssessmentStatus implements State<AssessmentStatus> {
    IN_PROGRESS, COMPLETED,
    /** A newer version stands beside this one. */
    AMENDED;

    @Override
    public Set<AssessmentStatus> next() {
        return switch (this) {
            case IN_PROGRESS -> EnumSet.of(COMPLETED);
            case COMPLETED -> EnumSet.of(AMENDED);
            case AMENDED -> EnumSet.noneOf(AssessmentStatus.class);
        };
    }
}

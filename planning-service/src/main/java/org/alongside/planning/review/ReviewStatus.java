package org.alongside.planning.review;

import java.util.EnumSet;
import java.util.Set;

import org.alongside.kit.state.State;

/** Life of a review. One that stands on a day of an agreement is called off when that agreement is replaced or ends. */
public enum ReviewStatus implements State<ReviewStatus> {
    PLANNED, HELD, CALLED_OFF;

    @Override
    public Set<ReviewStatus> next() {
        return this == PLANNED ? EnumSet.of(HELD, CALLED_OFF) : EnumSet.noneOf(ReviewStatus.class);
    }
}

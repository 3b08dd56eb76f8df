package org.alongside.intake.erasure;

import java.util.EnumSet;
import java.util.Set;

import org.alongside.kit.state.State;

/** Life of an erasure. */
public enum ErasureStatus implements State<ErasureStatus> {
    /** Waits for its day; until then it can be called off. */
    REQUESTED,
    /** The client's key is destroyed here; other services have yet to confirm. */
    ERASING,
    /** Every service has confirmed. */
    ERASED, CANCELLED;

    @Override
    public Set<ErasureStatus> next() {
        return switch (this) {
            case REQUESTED -> EnumSet.of(ERASING, CANCELLED);
            case ERASING -> EnumSet.of(ERASED);
            case ERASED, CANCELLED -> EnumSet.noneOf(ErasureStatus.class);
        };
    }
}

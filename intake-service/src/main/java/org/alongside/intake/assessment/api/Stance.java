package org.alongside.intake.assessment.api;

import org.alongside.kit.code.Coded;

/** What the client says to a need that the answers propose. */
public enum Stance implements Coded {
    AGREES,
    /** The client sees no need here. */
    DISAGREES,
    /** Nobody asked; silence is not agreement. */
    NOT_ASKED
}

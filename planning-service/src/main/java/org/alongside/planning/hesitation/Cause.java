package org.alongside.planning.hesitation;

import org.alongside.kit.code.Coded;

/** What keeps a client from a goal or step. Nobody is judged for it: it says what has to change for the client to go on. */
public enum Cause implements Coded {
    FEAR, COST, TIME, TRANSPORT, CHILDCARE, HEALTH, TRUST, PAST_EXPERIENCE, SHAME, DISAGREEMENT, UNCLEAR, OTHER,
    NOT_TOLD
}

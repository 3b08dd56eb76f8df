package org.alongside.planning.step;

import org.alongside.kit.code.Coded;

/** Who does a step. */
public enum Owner implements Coded {
    CLIENT, WORKER, AGENCY;
}

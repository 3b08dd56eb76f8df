package org.alongside.planning.dependency;

import org.alongside.kit.code.Coded;

/** How it goes on: the help is still needed as it is, is made less step by step, or is brought to an end. */
public enum Outcome implements Coded {
    CONTINUE, STEP_DOWN, END
}

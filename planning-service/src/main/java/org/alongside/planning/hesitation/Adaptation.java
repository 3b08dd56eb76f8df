package org.alongside.planning.hesitation;

import org.alongside.kit.code.Coded;

/** What was changed because a client hesitated; {@code nothing} when that is the answer. */
public enum Adaptation implements Coded {
    GOAL, STEP, PACE, HELP_ADDED, EXPLAINED, NOTHING
}

package org.alongside.planning.selfsufficiency;

import org.alongside.kit.code.Coded;

/** When in the work together somebody looks at how far the client gets by alone. */
public enum Occasion implements Coded {
    START, REVIEW, END
}

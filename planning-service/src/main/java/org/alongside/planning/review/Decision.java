package org.alongside.planning.review;

import org.alongside.kit.code.Coded;

/** What client and worker decide when they look back: to go on, to change the agreement or the goals, or to end the work. */
public enum Decision implements Coded {
    CONTINUE, CHANGE, END
}

package org.alongside.kit.need;

import org.alongside.kit.code.Coded;

/** How soon a need wants an answer, from the least to the most urgent. */
public enum Urgency implements Coded {
    /** In the course of the work. */
    ROUTINE,
    /** Within two weeks. */
    SOON,
    /** Within three days. */
    URGENT,
    /** Today. */
    IMMEDIATE;

    /** The more urgent of the two. */
    public Urgency or(Urgency other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

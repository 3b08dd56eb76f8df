package org.alongside.referral.eligibility;

import org.alongside.kit.code.Coded;

/**
 * Whether a service is for somebody, in the three-valued logic of Kleene: what is not known stays open unless what is known
 * settles it.
 */
public enum Answer implements Coded {
    NO,
    /** A fact is not told: ask. */
    UNKNOWN, YES;

    static Answer of(boolean holds) {
        return holds ? YES : NO;
    }

    /** The worse of the two. */
    public Answer and(Answer other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The better of the two. */
    public Answer or(Answer other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Answer not() {
        return switch (this) {
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
            case YES -> NO;
        };
    }
}

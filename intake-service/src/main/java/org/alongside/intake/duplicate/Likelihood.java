package org.alongside.intake.duplicate;

import org.alongside.kit.code.Coded;

/** What a score means. */
public enum Likelihood implements Coded {
    NONE, POSSIBLE, PROBABLE;

    private static final int POSSIBLE_FROM = 65;
    private static final int PROBABLE_FROM = 85;

    static Likelihood of(int score) {
        return score >= PROBABLE_FROM ? PROBABLE : score >= POSSIBLE_FROM ? POSSIBLE : NONE;
    }
}

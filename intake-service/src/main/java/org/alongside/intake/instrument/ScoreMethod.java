package org.alongside.intake.instrument;

import org.alongside.kit.code.Coded;

/** How values become one. */
public enum ScoreMethod implements Coded {
    SUM, MEAN
}

package org.alongside.intake.instrument;

import java.math.BigDecimal;

/**
 * One of the answers that a choice takes.
 *
 * @param display as the person reads it
 * @param ordinal what it counts in a score; null when it does not
 */
record Option(Wording display, BigDecimal ordinal) {}

package org.alongside.planning.report;

import org.alongside.kit.code.Coded;

/** By what a report has a row each: {@code month}, in which a person's first case of the period was opened. */
public enum GroupBy implements Coded {
    MONTH
}

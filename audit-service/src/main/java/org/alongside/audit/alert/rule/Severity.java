package org.alongside.audit.alert.rule;

import org.alongside.kit.code.Coded;

/** How soon an alert wants to be looked at. */
public enum Severity implements Coded {
    /** In the ordinary course of reviews. */
    MEDIUM,
    /** First. */
    HIGH;
}

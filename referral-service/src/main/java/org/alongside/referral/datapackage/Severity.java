package org.alongside.referral.datapackage;

import org.alongside.kit.code.Coded;

/** How much an issue costs. */
enum Severity implements Coded {
    /** The value was understood and written in the way of the directory. */
    NOTE,
    /** A value was left out or something was assumed; the row is in. */
    WARNING,
    /** The row was left out; what the directory knows of it already stays. */
    ERROR
}

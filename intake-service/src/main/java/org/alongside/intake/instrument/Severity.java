package org.alongside.intake.instrument;

import org.alongside.kit.code.Coded;

/** How much a finding costs. */
public enum Severity implements Coded {
    /** Something was not read that changes no answer and no need. */
    NOTE,
    /** Something is done differently than the file asks; whoever imports it should know. */
    WARNING,
    /** The instrument is not taken in. */
    ERROR
}

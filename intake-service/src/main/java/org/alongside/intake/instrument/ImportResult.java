package org.alongside.intake.instrument;

import org.alongside.kit.code.Coded;

/** What became of a file. */
public enum ImportResult implements Coded {
    /** A version that was not here is here. */
    STORED,
    /** It took the place of another file of the version, which nobody had used. */
    REPLACED,
    /** The same file was here already. */
    UNCHANGED,
    /** A finding is an error; nothing was changed. */
    REFUSED
}

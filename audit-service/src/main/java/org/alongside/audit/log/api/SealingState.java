package org.alongside.audit.log.api;

import org.alongside.kit.code.Coded;

/** Whether entries are sealed at the time of which they say so. See "When a clock was wrong" in the operator's guide. */
public enum SealingState implements Coded {
    /** They are. */
    IN_TIME,
    /** The last entry was sealed at a time that is still to come: new entries get the same time, until that has come or is corrected. */
    AHEAD,
    /** New entries wait: the clocks of the service and of its database do not agree. */
    CLOCKS_APART,
    /** New entries wait: nothing was sealed for so long that a wrong clock is likelier than silence. */
    SILENT;

    /** Whether the log takes no entry meanwhile. */
    public boolean waits() {
        return this == CLOCKS_APART || this == SILENT;
    }
}

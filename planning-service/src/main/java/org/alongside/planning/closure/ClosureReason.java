package org.alongside.planning.closure;

import java.util.EnumSet;
import java.util.Set;

import org.alongside.kit.code.Coded;

/** Why the work together ends. Nobody is to blame in any of them, and none keeps the client from coming back. */
public enum ClosureReason implements Coded {
    GOALS_MET, CLIENT_CHOICE, TIME_LIMIT, MOVED, HANDED_OVER, SERVICE_ENDED;

    private static final Set<ClosureReason> WITH_HANDOVER = EnumSet.of(HANDED_OVER, SERVICE_ENDED);

    /** An ending that comes from the agency leaves nobody without somebody: it says who goes on helping. */
    boolean needsHandover() {
        return WITH_HANDOVER.contains(this);
    }
}

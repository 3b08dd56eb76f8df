package org.alongside.planning.checkin;

import org.alongside.kit.code.Coded;

/** What came of asking. {@code help-wanted}: the case can be taken up again without a new intake. */
public enum CheckInResult implements Coded {
    GOING_WELL, HELP_WANTED, NOT_REACHED
}

package org.alongside.audit.alert;

import org.alongside.kit.code.Coded;

/** What a verdict rests on. A code, because a free text about a person has no place beside the log. */
public enum Ground implements Coded {
    OWN_TASK, COVERED_FOR_COLLEAGUE, SUPERVISION, CLIENT_ASKED, EMERGENCY_CONFIRMED, TECHNICAL_CAUSE,
    /** Looked out of a private interest. */
    PRIVATE_INTEREST,
    /** Somebody else used the login. */
    LOGIN_SHARED, NOT_NEEDED_FOR_TASK, OTHER;
}

package org.alongside.intake.conversation;

import org.alongside.kit.code.Coded;

/** What a talk at the beginning of help is about. */
public enum ConversationKind implements Coded {
    /** What stays between the client and the agency, and what cannot. */
    LIMITS_OF_CONFIDENTIALITY,
    /** What the client expects of the worker, and the worker of the client. */
    EXPECTATIONS,
    /** What the worker is there for, and what not. */
    ROLE;
}

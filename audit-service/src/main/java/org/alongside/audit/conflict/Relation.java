package org.alongside.audit.conflict;

import org.alongside.kit.code.Coded;

/** How a worker stands to a client outside work. */
public enum Relation implements Coded {
    /** They live together. */
    OWN_HOUSEHOLD,
    RELATIVE,
    /** A friend, partner, neighbour or former partner. */
    PERSONAL,
    /** One has a claim, debt, job or contract with the other. */
    BUSINESS,
    OTHER;
}

package org.alongside.kit.access;

import org.alongside.kit.code.Coded;

/** How an agency must stand to a client for an operation to be open to it. Any one of the declared relations is enough. */
public enum Relation implements Coded {
    /** The client was taken in at the caller's agency. */
    HOME_AGENCY,
    /** The caller's agency holds a live grant naming the client and the parts. */
    GRANT,
    /** The caller is an auditor, whose role alone opens it, for any client: reading the access log. */
    OVERSIGHT;
}

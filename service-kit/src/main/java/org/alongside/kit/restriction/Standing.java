package org.alongside.kit.restriction;

/** How somebody stands to a client's restriction. */
public enum Standing {
    /** The client is not restricted. */
    OPEN,
    /** Is one of the workers whom the restriction names. */
    NAMED,
    /** Sees the client as if there were none, unless by a grant that names the very worker. */
    HIDDEN
}

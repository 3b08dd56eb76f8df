package org.alongside.kit.http;

/** A view of something that changes; its version makes the {@code ETag}. */
public interface Versioned {

    /** Counts the changes of the resource, from the entity's version column. */
    long version();
}

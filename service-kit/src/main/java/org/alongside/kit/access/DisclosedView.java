package org.alongside.kit.access;

import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A response body, or an element of one, that carries client data. It declares whose and which, and leaves the service only if
 * the committed access capture names the same client and parts.
 */
public interface DisclosedView {

    /** {@code null} in the view of a {@link NamelessRecord}: the capture then has to hold the record of {@link #recordId()}. */
    UUID clientId();

    /** Of the one record that a view without a client is of; {@code null} in views that always name their client. */
    @JsonIgnore
    default UUID recordId() {
        return null;
    }

    /** Parts actually in this view, from {@link Disclosure#parts()}. */
    @JsonIgnore
    Set<Part> parts();
}

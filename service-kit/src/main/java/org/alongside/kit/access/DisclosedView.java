package org.alongside.kit.access;

import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A response body, or an element of one, that carries client data. It declares whose and which, and leaves the service only if
 * the committed access capture names the same client and parts.
 */
public interface DisclosedView {

    /** {@code null} in the view of a {@link NamelessRecord}, which the capture then has to hold. */
    UUID clientId();

    /** Parts actually in this view, from {@link Disclosure#parts()}. */
    @JsonIgnore
    Set<Part> parts();
}

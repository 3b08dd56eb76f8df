package org.alongside.kit.access;

import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A response body, or an element of one, that is no single client's record: an entry of the access log, a figure over many
 * clients. It leaves the service only if the committed access capture holds an aggregate of the same parts, see
 * {@link AccessGate#discloseAggregate}. What shows one client's record is a {@link DisclosedView} instead, whose client the
 * capture has to name.
 */
public interface AggregateView {

    /** Parts actually in this view, from {@link Disclosure#parts()}. */
    @JsonIgnore
    Set<Part> parts();
}

package org.alongside.kit.access;

import java.util.List;

/**
 * What a {@link CapturedStream} hands out, page after page.
 *
 * @param <V> a {@link DisclosedView} or {@link AggregateView}
 */
@FunctionalInterface
public interface CapturedPages<V> {

    /**
     * Reads the next page and discloses it through {@link AccessGate}, also when there is nothing on it: that nothing was found is
     * known then. Called in an access context and a transaction of its own.
     *
     * @return empty when there is no more
     */
    List<V> next();
}

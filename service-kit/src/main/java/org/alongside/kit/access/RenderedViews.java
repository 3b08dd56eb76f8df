package org.alongside.kit.access;

import java.util.List;

/**
 * A response body that shows views in a form of its own, such as a page of HTML. It leaves the service only if the committed access capture
 * covers each of its views, as if they left themselves. Whoever makes one renders it from these views, before the transaction ends.
 */
public interface RenderedViews {

    /**
     * Each a {@link DisclosedView} or {@link AggregateView}. None says that nothing was found, which has to be captured too, unless the
     * answer is an error.
     */
    List<?> views();
}

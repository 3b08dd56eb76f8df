package org.alongside.kit.clientdata;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.RenderedViews;

/**
 * Everything that one service holds about a client, for the client: the right of access of GDPR article 15(3) and of 45 CFR 164.524. Made
 * of the views in which the service shows the same records elsewhere, so that it can tell nothing that was not disclosed.
 */
public interface ClientData extends RenderedViews {

    UUID clientId();

    /** When it was read: all of it in one transaction. */
    Instant exportedAt();

    /** Name and version of the form, for example {@code org.alongside.intake-data.v1}; members are only ever added to a version. */
    String format();

    /** The views in some lists and single members, absent ones left out. */
    static List<DisclosedView> views(Stream<? extends DisclosedView> views) {
        return views.filter(Objects::nonNull).map(DisclosedView.class::cast).toList();
    }
}

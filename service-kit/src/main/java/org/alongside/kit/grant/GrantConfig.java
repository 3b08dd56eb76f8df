package org.alongside.kit.grant;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How this service stands to the grants. */
@ConfigMapping(prefix = "alongside.grants")
public interface GrantConfig {

    /** True in the one service that writes the grants; the others live on a copy fed by events. */
    @WithDefault("false")
    boolean master();

    /**
     * Age of the copy, as an ISO 8601 duration, above which requests that rest on a grant are refused. Raising it lengthens the
     * time for which a revoked consent can still be read when events do not arrive.
     */
    @WithDefault("PT5S")
    Duration staleAfter();
}

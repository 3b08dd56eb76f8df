package org.alongside.planning.closure;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.smallrye.config.ConfigMapping;

/** How agencies end cases. */
@ConfigMapping(prefix = "alongside.closure")
interface ClosureConfig {

    /** Agencies, by the ids of their Keycloak organizations, in which a supervisor approves every ending; default none. */
    Optional<Set<UUID>> approvedBySupervisor();
}

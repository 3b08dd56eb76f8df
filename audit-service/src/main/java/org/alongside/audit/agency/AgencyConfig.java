package org.alongside.audit.agency;

import java.util.Map;
import java.util.UUID;

import io.smallrye.config.ConfigMapping;

/** What people call the agencies of this installation. */
@ConfigMapping(prefix = "alongside.agencies")
interface AgencyConfig {

    /** Public name of an agency by the id of its Keycloak organization; default none. An agency without one is shown by its id. */
    Map<UUID, String> names();
}

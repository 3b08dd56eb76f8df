package org.alongside.intake.agency;

import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the agencies of this installation are. */
@ConfigMapping(prefix = "alongside.agencies")
interface AgencyConfig {

    /** Time zone of agencies that {@link #zones()} does not name; a name of the IANA time zone database. */
    @WithDefault("UTC")
    ZoneId zone();

    /** Time zone by the id of the agency's Keycloak organization; default none. */
    Map<UUID, ZoneId> zones();
}

package org.alongside.kit.agency;

import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The agencies of this installation: what people call them and where they are. Keys are the ids of their Keycloak organizations. */
@ConfigMapping(prefix = "alongside.agencies")
interface AgencyConfig {

    /** Public name of an agency; default none. An agency without one is shown by its id. */
    Map<UUID, String> names();

    /** Time zone of agencies that {@link #zones()} does not name; a name of the IANA time zone database. */
    @WithDefault("UTC")
    ZoneId zone();

    /** Time zone by agency; default none. */
    Map<UUID, ZoneId> zones();
}

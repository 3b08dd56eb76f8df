package org.alongside.kit.agency;

import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Public names and time zones of agencies. No event of the suite carries them, so an installation states them in its configuration; none
 * is ever guessed.
 */
@ApplicationScoped
public class AgencyDirectory {

    private final Map<UUID, String> names;
    private final ZoneId others;
    private final Map<UUID, ZoneId> zones;

    AgencyDirectory(AgencyConfig config) {
        this.names = Map.copyOf(config.names());
        this.others = config.zone();
        this.zones = Map.copyOf(config.zones());
    }

    /** @return the name, else the id itself */
    public String nameOf(UUID agency) {
        return names.getOrDefault(agency, agency.toString());
    }

    /** In which time zone its people read the calendar. */
    public ZoneId zoneOf(UUID agency) {
        return zones.getOrDefault(agency, others);
    }
}

package org.alongside.intake.agency;

import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/** In which time zone an agency's people read the calendar. */
@ApplicationScoped
public class AgencyZones {

    private final ZoneId others;
    private final Map<UUID, ZoneId> zones;

    AgencyZones(AgencyConfig config) {
        this.others = config.zone();
        this.zones = Map.copyOf(config.zones());
    }

    public ZoneId of(UUID agency) {
        return zones.getOrDefault(agency, others);
    }
}

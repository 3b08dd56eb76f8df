package org.alongside.audit.agency;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Public names of agencies. The log holds ids only and no event of the suite carries a name, so an installation states them in its
 * configuration; none is ever guessed.
 */
@ApplicationScoped
public class AgencyDirectory {

    private final Map<UUID, String> names;

    AgencyDirectory(AgencyConfig config) {
        this.names = Map.copyOf(config.names());
    }

    /** @return the name, else the id itself */
    public String nameOf(UUID agency) {
        return names.getOrDefault(agency, agency.toString());
    }
}

package org.alongside.kit.restriction;

import java.util.List;
import java.util.UUID;

/**
 * Who may see a restricted client, as events of intake-service carry it: always whole, so that the highest version is the present state.
 *
 * @param homeAgency the only agency whose workers it names; those of others need a grant that names them
 * @param workers    token subjects; {@code null} when the record is open to the whole agency again
 * @param version    counts on over all restrictions of the client
 */
public record Restriction(UUID clientId, UUID homeAgency, List<String> workers, long version) {

    boolean isInForce() {
        return workers != null;
    }

    public boolean names(UUID agency, String worker) {
        return homeAgency.equals(agency) && workers.contains(worker);
    }
}

package org.alongside.intake.household;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to what the acting agency may see. */
@ApplicationScoped
class HouseholdRepository implements ClientRecords<Household> {

    Optional<Household> of(UUID clientId) {
        return find("clientId", clientId).firstResultOptional();
    }
}

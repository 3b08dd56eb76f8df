package org.alongside.intake.household;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to what the acting agency may see. */
@ApplicationScoped
class HouseholdRepository implements ClientRecords<Household> {

    Optional<Household> of(UUID clientId) {
        return find("clientId", clientId).firstResultOptional();
    }

    /** Every household there is, held so that no change overtakes what is told of it. */
    Stream<Household> streamHeld() {
        return find("order by id").withLock(LockModeType.PESSIMISTIC_WRITE).stream();
    }
}

package org.alongside.intake.household;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Outbox;

/** What other services learn of a household: which clients live together. */
@ApplicationScoped
class HouseholdEvents {

    static final String TOPIC = "intake.household.v1";
    private static final String TYPE = "org.alongside.intake.household.changed.v1";

    private final Outbox outbox;

    HouseholdEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param members clients of the list who still live there */
    void changed(Household household, List<UUID> members) {
        outbox.append(TOPIC, household.clientId(), TYPE, state(household, members));
    }

    /** The present state, for a copy that begins or has lost its own. */
    void snapshot(Household household, List<UUID> members) {
        outbox.append(new Outbox.Message(TOPIC, household.clientId().toString(), TYPE, household.clientId(),
                state(household, members), true));
    }

    private static HouseholdState state(Household household, List<UUID> members) {
        return new HouseholdState(household.clientId(), household.homeAgency(), members, household.recordVersion());
    }

    record HouseholdState(UUID clientId, UUID homeAgency, List<UUID> members, long version) {}
}

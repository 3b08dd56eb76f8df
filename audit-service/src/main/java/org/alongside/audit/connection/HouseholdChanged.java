package org.alongside.audit.connection;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.audit.connection.Households.HouseholdTold;
import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventSchemas;
import org.alongside.kit.inbox.EventHandler;

/** Every event of a household carries all of its members. */
@ApplicationScoped
class HouseholdChanged implements EventHandler {

    private final Households households;
    private final EventSchemas schemas;

    HouseholdChanged(Households households, EventSchemas schemas) {
        this.households = households;
        this.schemas = schemas;
    }

    @Override
    public String type() {
        return "org.alongside.intake.household.changed.v1";
    }

    @Override
    public void handle(Event event) {
        households.store(schemas.read(event, HouseholdTold.class));
    }
}

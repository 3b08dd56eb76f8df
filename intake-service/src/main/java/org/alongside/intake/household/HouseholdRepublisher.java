package org.alongside.intake.household;

import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.agency.AgencyCalendar;
import org.alongside.kit.outbox.Republisher;

/** Tells all households anew, as the links know them: whoever begins after the events were thrown away learns who lives together. */
@ApplicationScoped
class HouseholdRepublisher implements Republisher {

    private final HouseholdRepository households;
    private final HouseholdLinks links;
    private final HouseholdEvents events;
    private final AgencyCalendar calendar;

    HouseholdRepublisher(HouseholdRepository households, HouseholdLinks links, HouseholdEvents events,
            AgencyCalendar calendar) {
        this.households = households;
        this.links = links;
        this.events = events;
        this.calendar = calendar;
    }

    @Override
    public String topic() {
        return HouseholdEvents.TOPIC;
    }

    @Override
    public void appendCurrentState(long lastSequence) {
        try (Stream<Household> all = households.streamHeld()) {
            all.forEach(household -> events.snapshot(household,
                    links.living(household.clientId(), calendar.today(household.homeAgency()))));
        }
    }

}

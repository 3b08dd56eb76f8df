package org.alongside.intake.household;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.agency.AgencyDirectory;
import org.alongside.kit.outbox.Republisher;

/** Tells all households anew, as the links know them: whoever begins after the events were thrown away learns who lives together. */
@ApplicationScoped
class HouseholdRepublisher implements Republisher {

    private final HouseholdRepository households;
    private final HouseholdLinks links;
    private final HouseholdEvents events;
    private final AgencyDirectory agencies;
    private final Clock clock;

    HouseholdRepublisher(HouseholdRepository households, HouseholdLinks links, HouseholdEvents events,
            AgencyDirectory agencies, Clock clock) {
        this.households = households;
        this.links = links;
        this.events = events;
        this.agencies = agencies;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return HouseholdEvents.TOPIC;
    }

    @Override
    public void appendCurrentState(long lastSequence) {
        try (Stream<Household> all = households.streamHeld()) {
            all.forEach(household -> events.snapshot(household, links.living(household.clientId(), today(household))));
        }
    }

    private LocalDate today(Household household) {
        return LocalDate.ofInstant(clock.instant(), agencies.zoneOf(household.homeAgency()));
    }
}

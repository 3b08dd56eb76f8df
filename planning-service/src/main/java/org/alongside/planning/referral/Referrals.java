package org.alongside.planning.referral;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

/** This service's copy of the referrals, kept by their events. */
@ApplicationScoped
@Transactional
public class Referrals {

    private final ReferralRepository referrals;
    private final Event<ReferralState> moved;

    Referrals(ReferralRepository referrals, Event<ReferralState> moved) {
        this.referrals = referrals;
        this.moved = moved;
    }

    /** Takes over what was told and lets what follows the referral follow, in the same transaction. */
    void take(ReferralTold told) {
        referrals.hold(told.referralId());
        moved.fire(stored(told));
    }

    /**
     * The present state of a referral, none when no event of it has arrived. Events of it wait until the transaction ends, so
     * that whoever begins to follow it misses none.
     */
    public Optional<ReferralState> hold(UUID referralId) {
        referrals.hold(referralId);
        return referrals.findByIdOptional(referralId);
    }

    public List<ReferralState> of(List<UUID> clients) {
        return referrals.of(clients);
    }

    /** Those that have no end yet. */
    public List<ReferralState> openOf(List<UUID> clients) {
        return of(clients).stream().filter(ReferralState::isOpen).toList();
    }

    private ReferralState stored(ReferralTold told) {
        ReferralState known = referrals.findById(told.referralId());
        if (known == null) {
            ReferralState first = new ReferralState(told);
            referrals.persist(first);
            return first;
        }
        known.take(told);
        return known;
    }
}

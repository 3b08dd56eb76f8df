package org.alongside.referral.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.alongside.referral.consent.ConsentEnded;

/** What the service itself does with referrals, because a time has passed or an event has come. */
@ApplicationScoped
@Transactional
class ReferralClock {

    private final ReferralRepository referrals;
    private final ReferralJournal journal;
    private final ReferralConfig config;
    private final Clock clock;

    ReferralClock(ReferralRepository referrals, ReferralJournal journal, ReferralConfig config, Clock clock) {
        this.referrals = referrals;
        this.journal = journal;
        this.config = config;
        this.clock = clock;
    }

    /** Reminds, once for each promise, of answers whose promised time is over. */
    void remind(int limit) {
        Instant now = clock.instant();
        referrals.unreminded(now, limit).forEach(referral -> change(referral, "remind", each -> each.remind(now)));
    }

    /** Ends referrals that stayed unanswered after the reminder; no place is held yet where an answer is awaited. */
    void expireUnanswered(int limit) {
        Instant now = clock.instant();
        List<Referral> unanswered = referrals.unanswered(now.minus(config.expiryAfter()), limit);
        unanswered.forEach(referral -> change(referral, "expire", each -> each.expire(now)));
    }

    /** Ends a referral whose recipient gets no grant; one that was answered or has ended stays as it is. */
    void endWithoutGrant(UUID referralId) {
        referrals.unansweredForChange(referralId).ifPresent(referral -> changeBecauseOfEvent(referral, "consent-ended",
                each -> each.cancel(EndReason.CONSENT_ENDED, null, clock.instant())));
    }

    /** Ends whatever goes on under a consent that the client took back, or whose time is over. */
    void endUnder(@Observes ConsentEnded consent) {
        referrals.goingOnUnder(consent.consentId()).forEach(referral -> changeBecauseOfEvent(referral, "consent-ended",
                each -> each.cancel(EndReason.CONSENT_ENDED, null, clock.instant())));
    }

    /** Lets the parent of a forwarded referral follow it, and its child end with it, as they stand by now. */
    void keepInStep(UUID referralId) {
        referrals.findByIdOptional(referralId).ifPresent(moved -> {
            referrals.ledBy(moved).ifPresent(parent -> lead(parent, moved));
            Optional.of(moved).filter(each -> each.status().isFinal()).flatMap(referrals::leading)
                    .filter(child -> !child.status().isFinal()).ifPresent(child -> endWith(moved, child));
        });
    }

    private void lead(Referral parent, Referral child) {
        Instant now = clock.instant();
        switch (child.status()) {
            case IN_PROGRESS, ON_HOLD -> follow(parent, child.status());
            case COMPLETED ->
                changeBecauseOfEvent(parent, "follow", each -> each.complete(child.providerResult(), now));
            case DECLINED, EXPIRED, UNSUCCESSFUL, CANCELLED, ENTERED_IN_ERROR ->
                changeBecauseOfEvent(parent, "come-back",
                        each -> each.comeBack(now));
            default -> {
                // the child is being answered, or its help planned: the parent is accepted, and stays so
            }
        }
    }

    private void follow(Referral parent, ReferralStatus child) {
        if (parent.status() != child) {
            changeBecauseOfEvent(parent, "follow", each -> each.follow(child));
        }
    }

    private void endWith(Referral parent, Referral child) {
        Instant now = clock.instant();
        changeBecauseOfEvent(child, "follow", each -> {
            if (parent.status() == ReferralStatus.ENTERED_IN_ERROR) {
                each.enterInError(now);
            } else {
                each.cancel(parent.reason(), null, now);
            }
        });
    }

    private void change(Referral referral, String action, Consumer<Referral> change) {
        change(referral, action, change, Side.CLOCK);
    }

    private void changeBecauseOfEvent(Referral referral, String action, Consumer<Referral> change) {
        change(referral, action, change, Side.SYSTEM);
    }

    private void change(Referral referral, String action, Consumer<Referral> change, Side side) {
        ReferralStatus before = referral.status();
        change.accept(referral);
        journal.changed(referral, before, action, side);
    }
}

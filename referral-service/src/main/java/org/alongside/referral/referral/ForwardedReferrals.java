package org.alongside.referral.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Keeps what was forwarded and what it came from in step, each as the other stands by now. */
@ApplicationScoped
@Transactional
class ForwardedReferrals {

    private static final String FOLLOW = "follow";

    private final ReferralRepository referrals;
    private final ReferralJournal journal;
    private final ConsentlessReferrals consentless;
    private final Clock clock;

    ForwardedReferrals(ReferralRepository referrals, ReferralJournal journal, ConsentlessReferrals consentless,
            Clock clock) {
        this.referrals = referrals;
        this.journal = journal;
        this.consentless = consentless;
        this.clock = clock;
    }

    /** Lets the parent of a referral that moved follow it, and settles what becomes of its child when it has ended. */
    void keepInStep(UUID referralId) {
        referrals.findByIdOptional(referralId).ifPresent(moved -> {
            referrals.ledBy(moved).ifPresent(parent -> lead(parent, moved));
            if (moved.status().isFinal()) {
                referrals.childGoingOn(moved).ifPresent(child -> settle(moved, child));
            }
        });
    }

    private void lead(Referral parent, Referral child) {
        Instant now = clock.instant();
        switch (child.status()) {
            case IN_PROGRESS, ON_HOLD -> follow(parent, child.status());
            case COMPLETED ->
                journal.change(parent, FOLLOW, Side.SYSTEM, each -> each.complete(child.providerResult(), now));
            case DECLINED, EXPIRED, UNSUCCESSFUL, CANCELLED, ENTERED_IN_ERROR ->
                journal.change(parent, "come-back", Side.SYSTEM, each -> each.comeBack(now));
            default -> {
                // the child is being answered, or its help planned: the parent is accepted, and stays so
            }
        }
    }

    private void follow(Referral parent, ReferralStatus child) {
        if (parent.status() != child) {
            journal.change(parent, FOLLOW, Side.SYSTEM, each -> each.follow(child));
        }
    }

    /** A client who no longer wants the intermediary to know has not thereby refused the help that was found. */
    private void settle(Referral parent, Referral child) {
        if (!parent.isClosed()) {
            endWith(parent, child);
        } else if (consentless.isCarriedOn(child)) {
            child.standInFor(parent);
            journal.takenOver(child);
        } else {
            consentless.end(child);
        }
    }

    private void endWith(Referral parent, Referral child) {
        Instant now = clock.instant();
        journal.change(child, FOLLOW, Side.SYSTEM, each -> {
            if (parent.status() == ReferralStatus.ENTERED_IN_ERROR) {
                each.enterInError(now);
            } else {
                each.cancel(parent.reason(), null, now);
            }
        });
    }
}

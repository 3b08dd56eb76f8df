package org.alongside.referral.openreferral;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.system.SystemWork;
import org.alongside.referral.consent.Consents;
import org.alongside.referral.consent.Sharing;
import org.alongside.referral.referral.ClaimedReferral;
import org.alongside.referral.referral.ClaimedReferrals;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Looks at claims: one to which the client has agreed becomes a referral to the claimant, one whose time is over lapses, one whose
 * service is offered no longer is released. Safe with many instances: each takes rows no other has locked.
 */
@ApplicationScoped
class ClaimClock {

    private static final int BATCH = 1000;

    private final OpenReferralRepository all;
    private final OpenReferralClientRepository clients;
    private final OpenReferralEvents events;
    private final ClaimedReferrals referrals;
    private final Consents consents;
    private final Claimants claimants;
    private final Clock clock;

    ClaimClock(OpenReferralRepository all, OpenReferralClientRepository clients, OpenReferralEvents events,
            ClaimedReferrals referrals, Consents consents, Claimants claimants, Clock clock) {
        this.all = all;
        this.clients = clients;
        this.events = events;
        this.referrals = referrals;
        this.consents = consents;
        this.claimants = claimants;
        this.clock = clock;
    }

    @Scheduled(every = "${alongside.open-referral.settle-every}", delayed = "10s", identity = "open-referral", concurrentExecution = ConcurrentExecution.SKIP)
    @SystemWork("open-referral")
    void settle() {
        all.claimed(BATCH).forEach(this::settle);
    }

    private void settle(OpenReferral open) {
        OpenReferralClient client = clients.require(open.recordId());
        Optional<UUID> consent = consents.covering(
                new Sharing(client.clientId(), open.claimant(), client.parts(), open.category()));
        if (!claimants.stillOffer(open.serviceId(), open.claimant())) {
            open.release();
        } else if (consent.isPresent()) {
            open.become(referrals.request(claimed(open, client, consent.get())));
        } else if (!open.claimUntil().isAfter(clock.instant())) {
            open.lapse();
        } else {
            return;
        }
        all.flush();
        events.moved(open);
    }

    private static ClaimedReferral claimed(OpenReferral open, OpenReferralClient client, UUID consent) {
        return new ClaimedReferral(client.clientId(), client.homeAgency(), client.openedBy(), open.claimant(),
                open.serviceId(), client.needId(), open.category(), open.urgency(), client.parts(), client.message(),
                consent);
    }
}

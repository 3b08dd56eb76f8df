package org.alongside.referral.clientdata;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.merge.MergedClients;
import org.alongside.kit.paging.Page;
import org.alongside.kit.problem.Problem;
import org.alongside.referral.clientdata.api.ReferralData;
import org.alongside.referral.clientdata.api.ReferralWithHistory;
import org.alongside.referral.message.MessageService;
import org.alongside.referral.message.api.MessageView;
import org.alongside.referral.openreferral.OpenReferralService;
import org.alongside.referral.openreferral.api.OwnOpenReferral;
import org.alongside.referral.referral.ReferralService;
import org.alongside.referral.referral.api.ReferralView;

/** Puts together everything that is held about a client. */
@ApplicationScoped
@Transactional
public class ClientDataService {

    private final ReferralService referrals;
    private final MessageService messages;
    private final OpenReferralService openReferrals;
    private final MergedClients merged;
    private final AccessContext access;
    private final Clock clock;

    ClientDataService(ReferralService referrals, MessageService messages, OpenReferralService openReferrals,
            MergedClients merged, AccessContext access, Clock clock) {
        this.referrals = referrals;
        this.messages = messages;
        this.openReferrals = openReferrals;
        this.merged = merged;
        this.access = access;
        this.clock = clock;
    }

    /**
     * @throws Problem {@code not-found} when this service holds nothing about the client, or nothing that the caller may see,
     *                 {@code client-merged} for a record that goes on in another one: under it stands but a part
     */
    public ReferralData of(UUID clientId) {
        List<UUID> records = merged.recordsOf(clientId);
        List<ReferralWithHistory> sent = referrals.ofHome(records).stream().map(this::all).toList();
        List<OwnOpenReferral> open = openReferrals.inFull(records);
        if (sent.isEmpty() && open.isEmpty()) {
            throw Problem.notFound();
        }
        merged.requireNotMerged(clientId);
        return new ReferralData(ReferralData.FORMAT, clientId, access.caller().agency(), clock.instant(), sent, open);
    }

    private ReferralWithHistory all(ReferralView referral) {
        return new ReferralWithHistory(referral,
                Page.all(page -> referrals.history(referral.referralId(), page)), messages(referral));
    }

    private List<MessageView> messages(ReferralView referral) {
        UUID own = access.caller().agency();
        return own.equals(referral.sender()) || own.equals(referral.recipient())
                ? Page.all(page -> messages.of(referral.referralId(), page))
                : List.of();
    }
}

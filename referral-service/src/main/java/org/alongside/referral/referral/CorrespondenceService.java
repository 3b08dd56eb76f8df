package org.alongside.referral.referral;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.problem.Problem;

/** Whether and with whom the caller corresponds about a referral. */
@ApplicationScoped
@Transactional
public class CorrespondenceService {

    private final ReferralService referrals;
    private final CommandGate gate;
    private final AccessContext access;

    CorrespondenceService(ReferralService referrals, CommandGate gate, AccessContext access) {
        this.referrals = referrals;
        this.gate = gate;
        this.access = access;
    }

    /** @throws Problem {@code not-found} when the caller's agency is neither side of it, or does not see it whole */
    public Correspondence forReading(UUID referralId) {
        return correspondence(referrals.visible(referralId)
                .filter(referral -> referral.side(access.caller().agency()) != Side.HOME)
                .orElseThrow(Problem::notFound));
    }

    /**
     * Also keeps the referral as it is until the transaction ends.
     *
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code conflicting-state}
     */
    public Correspondence forWriting(UUID referralId) {
        return correspondence(gate.lock(referralId, ReferralCommand.MESSAGE));
    }

    private Correspondence correspondence(Referral referral) {
        UUID own = access.caller().agency();
        Side side = referral.side(own);
        return new Correspondence(referral.recordId(), referral.parentId(), referral.clientId(), referral.homeAgency(),
                side, own,
                side == Side.SENDER ? referral.recipient() : referral.sender());
    }
}

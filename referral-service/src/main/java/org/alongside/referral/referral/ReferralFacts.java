package org.alongside.referral.referral;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.problem.Problem;

/** What the acting agency keeps of the referrals it received. */
@ApplicationScoped
class ReferralFacts {

    private final ReferralFactRepository facts;
    private final AccessGate gate;

    ReferralFacts(ReferralFactRepository facts, AccessGate gate) {
        this.facts = facts;
        this.gate = gate;
    }

    Optional<ReferralFact> find(UUID referralId) {
        return facts.findByIdOptional(referralId);
    }

    List<ReferralFact> after(UUID lastSeen, Set<ReferralStatus> statuses, int limit) {
        return facts.after(lastSeen, statuses, limit);
    }

    Disclosure disclose(ReferralFact fact) {
        return gate.find(fact).orElseThrow(Problem::notFound);
    }
}

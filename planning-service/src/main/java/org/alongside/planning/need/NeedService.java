package org.alongside.planning.need;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.merge.MergedClients;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;
import org.alongside.planning.need.api.NeedView;
import org.alongside.planning.referral.ReferralState;
import org.alongside.planning.referral.Referrals;

/** Needs of a client, and what became of them. */
@ApplicationScoped
@Transactional
public class NeedService {

    private final NeedRepository needs;
    private final Referrals referrals;
    private final MergedClients merged;
    private final AccessGate gate;

    NeedService(NeedRepository needs, Referrals referrals, MergedClients merged, AccessGate gate) {
        this.needs = needs;
        this.referrals = referrals;
        this.merged = merged;
        this.gate = gate;
    }

    /** Copies the needs of an assessment; those that are here already stay. */
    void take(AssessmentCompleted.Assessment assessment) {
        assessment.needs().stream().filter(need -> needs.findById(need.needId()) == null)
                .forEach(need -> needs.persist(new Need(assessment, need)));
    }

    /** Changes the needs of an assessment to what its latest version says of them. */
    void follow(AssessmentCompleted.Assessment latest) {
        take(latest);
        latest.needs().forEach(need -> needs.findById(need.needId()).follow(latest.assessmentId(), need));
    }

    /** Marks needs that the latest version of their assessment does not come to; what was planned for them stays. */
    void supersede(List<UUID> gone) {
        gone.stream().map(needs::findById).filter(Objects::nonNull).forEach(Need::supersede);
    }

    /**
     * Needs in the client's order of priority, those of records that were merged into the client's included, as far as the caller may see
     * them. Outcomes are worked out from the referrals as
     * known now, so it does not matter whether need or referral arrived first.
     */
    public List<NeedView> ofClient(UUID clientId) {
        List<UUID> records = merged.recordsOf(clientId);
        List<ReferralState> made = referrals.of(records);
        return needs.of(records).stream().flatMap(need -> view(need, made).stream()).toList();
    }

    /**
     * @param field where the id stood, as in {@link Violation#field()}
     * @throws Problem {@code invalid-input} when the client has no such need, or has it no more
     */
    public Need requireOf(UUID clientId, UUID needId, String field) {
        Need need = needs.of(merged.recordsOf(clientId), needId)
                .orElseThrow(() -> Problem.invalid(new Violation(field, "no-such-need",
                        "must be a need of the case's client; needs arrive when an assessment is completed")));
        if (!need.isCurrent()) {
            throw Problem.invalid(new Violation(field, "superseded",
                    "the assessment was amended and does not come to this need any more"));
        }
        return need;
    }

    private Optional<NeedView> view(Need need, List<ReferralState> made) {
        return gate.find(need).map(disclosure -> view(need, made, disclosure));
    }

    private static NeedView view(Need need, List<ReferralState> made, Disclosure disclosure) {
        NeedOutcome outcome = disclosure.has(Part.REFERRAL) ? NeedOutcome.of(need.recordId(), made) : null;
        return new NeedView(need.recordId(), need.assessmentId(), need.clientId(), need.category(), need.severity(),
                need.urgency(), need.priority(), need.clientView(), need.isCurrent(), outcome, disclosure.parts());
    }
}

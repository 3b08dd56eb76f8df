package org.alongside.referral.referral;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.http.Etag;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.referral.referral.api.ReferralView;

/** The one way by which a caller changes a referral: visible, of the right side and role, in the version named, possible now. */
@ApplicationScoped
@Transactional
class CommandGate {

    private final ReferralRepository referrals;
    private final ReferralFacts facts;
    private final ReferralMapper mapper;
    private final Waitlist waitlist;
    private final ReferralJournal journal;
    private final AccessGate gate;
    private final AccessContext access;
    private final Clock clock;

    CommandGate(ReferralRepository referrals, ReferralFacts facts, ReferralMapper mapper, Waitlist waitlist,
            ReferralJournal journal, AccessGate gate, AccessContext access, Clock clock) {
        this.referrals = referrals;
        this.facts = facts;
        this.mapper = mapper;
        this.waitlist = waitlist;
        this.journal = journal;
        this.gate = gate;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Runs a command, with all that follows from it.
     *
     * @return the referral after it
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code precondition-required}, {@code precondition-failed},
     *         {@code conflicting-state}, in this order
     */
    ReferralView run(UUID referralId, String ifMatch, ReferralCommand command, Consumer<Referral> change) {
        Referral referral = requireForChange(referralId, command);
        Side side = referral.side(access.caller().agency());
        Etag.require(ifMatch, referral.recordVersion());
        command.requirePossible(referral, side, clock.instant());
        journal.change(referral, command.code(), side, change);
        return mapper.view(referral, gate.disclose(referral), access.caller(), waitlist.position(referral));
    }

    /**
     * As {@link #run} for a command that changes nothing of the referral itself: whoever would change it waits.
     *
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code conflicting-state}
     */
    Referral lock(UUID referralId, ReferralCommand command) {
        Referral referral = requireForChange(referralId, command);
        command.requirePossible(referral, referral.side(access.caller().agency()), clock.instant());
        return referral;
    }

    private Referral requireForChange(UUID referralId, ReferralCommand command) {
        Referral referral = referrals.findByIdOptional(referralId, LockModeType.PESSIMISTIC_WRITE)
                .filter(each -> !each.isClosedTo(access.caller().agency()))
                .filter(each -> gate.find(each).isPresent()).orElseThrow(() -> refusal(referralId, command));
        refuseOthers(referral.side(access.caller().agency()), command.sides());
        return referral;
    }

    /** Who still sees the fact of it is told that nothing can be done any more; to all others there is nothing. */
    private Problem refusal(UUID referralId, ReferralCommand command) {
        return facts.find(referralId).map(fact -> {
            facts.disclose(fact);
            refuseOthers(Side.RECEIVER, command.sides());
            return Problem.of(ProblemType.CONFLICTING_STATE, "Your agency's grant for this referral has ended.")
                    .with("present", fact.status().code()).with("asked", command.code()).with("allowed", List.of());
        }).orElseGet(Problem::notFound);
    }

    private void refuseOthers(Side side, Set<Side> permitted) {
        if (!permitted.contains(side)) {
            throw Problem.of(ProblemType.NOT_PERMITTED, "Your agency is the " + side.code()
                    + " of this referral; this is for the " + permitted.stream().map(Side::code).sorted().toList()
                    + ".");
        }
        if (!access.caller().hasAny(side.roles())) {
            throw Problem.of(ProblemType.NOT_PERMITTED,
                    "As the " + side.code() + " of this referral you need one of the roles "
                            + side.roles().stream().map(role -> role.code()).sorted().toList() + ".");
        }
    }
}

package org.alongside.planning.hesitation;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;
import org.alongside.kit.sealing.SealedJson;
import org.alongside.kit.time.Ids;
import org.alongside.planning.casework.CaseService;
import org.alongside.planning.goal.Goal;
import org.alongside.planning.goal.GoalService;
import org.alongside.planning.hesitation.api.AnswerHesitation;
import org.alongside.planning.hesitation.api.HesitationView;
import org.alongside.planning.hesitation.api.RaiseHesitation;
import org.alongside.planning.step.StepService;

/** Writes down where clients hesitate, and what was changed because of it. */
@ApplicationScoped
@Transactional
public class HesitationService {

    /** Who lists and reads hesitations. */
    private static final Set<Role> READERS = EnumSet.of(Role.CASE_WORKER, Role.SUPERVISOR);

    private final HesitationRepository hesitations;
    private final HesitationEvents events;
    private final CaseService cases;
    private final GoalService goals;
    private final StepService steps;
    private final SealedJson sealed;
    private final AccessGate gate;
    private final AccessContext access;
    private final Clock clock;

    HesitationService(HesitationRepository hesitations, HesitationEvents events, CaseService cases, GoalService goals,
            StepService steps, SealedJson sealed, AccessGate gate, AccessContext access, Clock clock) {
        this.hesitations = hesitations;
        this.events = events;
        this.cases = cases;
        this.goals = goals;
        this.steps = steps;
        this.sealed = sealed;
        this.gate = gate;
        this.access = access;
        this.clock = clock;
    }

    /** @throws Problem {@code conflicting-state} when the case is not open, or the goal is finished */
    public UUID raise(UUID goalId, RaiseHesitation raised) {
        Goal goal = goals.requireInOpenCase(goalId);
        goal.requireUnfinished();
        refuseStepOfAnother(goal, raised.stepId());
        Hesitation hesitation = new Hesitation(Ids.next(), goal, raised,
                seal(goal.clientId(), Hesitation.WORDS, raised.clientWords()), access.caller().subject(),
                clock.instant());
        hesitations.persistAndFlush(hesitation);
        events.raised(hesitation);
        return hesitation.recordId();
    }

    private void refuseStepOfAnother(Goal goal, UUID stepId) {
        if (stepId != null && !steps.isOf(goal, stepId)) {
            throw Problem.invalid(new Violation("/stepId", "no-such-step", "must be a step of this goal"));
        }
    }

    public HesitationView read(UUID hesitationId) {
        return view(hesitations.require(hesitationId));
    }

    /** Those of a case for its plan, which more roles may read: none to whom may not list them. */
    public List<HesitationView> ofPlan(UUID caseId) {
        return access.caller().hasAny(READERS) ? ofCase(caseId) : List.of();
    }

    /** Those of a case, the oldest first. */
    public List<HesitationView> ofCase(UUID caseId) {
        cases.require(caseId);
        return hesitations.ofCase(caseId).stream()
                .flatMap(each -> gate.find(each).map(disclosure -> view(each, disclosure)).stream()).toList();
    }

    public HesitationView answer(UUID hesitationId, String ifMatch, AnswerHesitation answer) {
        cases.requireOpen(hesitations.requireCase(hesitationId));
        Hesitation hesitation = hesitations.requireForChange(hesitationId);
        gate.disclose(hesitation);
        Etag.require(ifMatch, hesitation.recordVersion());
        hesitation.answer(answer.change(), seal(hesitation.clientId(), Hesitation.CHANGED, answer.words()),
                access.caller().subject(), clock.instant());
        hesitations.flush();
        events.answered(hesitation);
        return view(hesitation);
    }

    private byte[] seal(UUID clientId, String field, String words) {
        return words == null ? null : sealed.seal(clientId, field, words);
    }

    private HesitationView view(Hesitation hesitation) {
        return view(hesitation, gate.disclose(hesitation));
    }

    private HesitationView view(Hesitation of, Disclosure disclosure) {
        return new HesitationView(of.recordId(), of.caseId(), of.goalId(), of.stepId(), of.clientId(), of.status(),
                of.cause(), sealed.open(disclosure, Part.PLAN, Hesitation.WORDS, of.words(), String.class),
                of.raisedBy(), of.raisedAt(), of.change(),
                sealed.open(disclosure, Part.PLAN, Hesitation.CHANGED, of.changed(), String.class), of.answeredBy(),
                of.answeredAt(), disclosure.parts(), of.recordVersion());
    }
}

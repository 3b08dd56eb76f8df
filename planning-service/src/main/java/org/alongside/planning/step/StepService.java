package org.alongside.planning.step;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.ClientRecord;
import org.alongside.kit.http.Etag;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.problem.Violation;
import org.alongside.kit.time.Ids;
import org.alongside.planning.casework.CaseService;
import org.alongside.planning.goal.Goal;
import org.alongside.planning.goal.GoalService;
import org.alongside.planning.referral.ReferralState;
import org.alongside.planning.referral.Referrals;
import org.alongside.planning.step.api.AddStep;
import org.alongside.planning.step.api.Reason;
import org.alongside.planning.step.api.StepView;

/** Adds steps and moves them, by people's commands and by the referrals that they follow. */
@ApplicationScoped
@Transactional
public class StepService {

    private final StepRepository steps;
    private final StepMapper mapper;
    private final StepEvents events;
    private final CaseService cases;
    private final GoalService goals;
    private final Referrals referrals;
    private final AccessGate gate;

    StepService(StepRepository steps, StepMapper mapper, StepEvents events, CaseService cases, GoalService goals,
            Referrals referrals, AccessGate gate) {
        this.steps = steps;
        this.mapper = mapper;
        this.events = events;
        this.cases = cases;
        this.goals = goals;
        this.referrals = referrals;
        this.gate = gate;
    }

    public UUID add(UUID goalId, AddStep addition) {
        // Before any row is held: events hold the referral first and rows after it.
        Optional<ReferralState> referral = Optional.ofNullable(addition.referralId()).flatMap(referrals::hold);
        Goal goal = goals.requireInOpenCase(goalId);
        goal.requireUnfinished();
        requireOfCase(addition.dependsOn(), Dependencies.of(steps.ofCase(goal.caseId())));
        Step step = new Step(Ids.next(), goal, addition, mapper.sealWords(goal, addition));
        referral.ifPresent(state -> step.keepUpWith(ofSameClient(state, step)));
        steps.persist(step);
        steps.flush();
        events.added(step);
        return step.recordId();
    }

    public StepView read(UUID stepId) {
        return view(steps.require(stepId));
    }

    /** Steps of a case, the oldest first. */
    public List<StepView> ofCase(UUID caseId) {
        List<Step> all = steps.ofCase(caseId);
        Map<UUID, Step> byId = all.stream().collect(Collectors.toMap(Step::recordId, Function.identity()));
        return all.stream().map(step -> view(step, waitingFor(step, byId))).toList();
    }

    /** Whether it is a step of a goal that the caller sees; discloses nothing of it. */
    public boolean isOf(Goal goal, UUID stepId) {
        return steps.findByIdOptional(stepId).filter(step -> step.goalId().equals(goal.recordId())).isPresent();
    }

    public StepView start(UUID stepId, String ifMatch) {
        return change(stepId, ifMatch, step -> {
            goals.require(step.goalId()).requireAssented();
            step.start(steps.unfinished(step.dependsOn()));
        });
    }

    public StepView complete(UUID stepId, String ifMatch) {
        return change(stepId, ifMatch, step -> {
            goals.require(step.goalId()).requireAssented();
            step.complete(steps.unfinished(step.dependsOn()));
        });
    }

    public StepView block(UUID stepId, String ifMatch, Reason reason) {
        return change(stepId, ifMatch, step -> step.block(mapper.sealReason(step, reason)));
    }

    public StepView skip(UUID stepId, String ifMatch, Reason reason) {
        return change(stepId, ifMatch, step -> step.skip(mapper.sealReason(step, reason)));
    }

    /**
     * Has the step wait for these and for nothing else. Decided while the case is held, so that two requests cannot close a circle between
     * them.
     *
     * @throws Problem {@code dependency-cycle} when it would wait for itself, by way of whatever others
     */
    public StepView depend(UUID stepId, String ifMatch, List<UUID> dependsOn) {
        return change(stepId, ifMatch, step -> {
            Dependencies ofCase = Dependencies.of(steps.ofCase(step.caseId()));
            requireOfCase(dependsOn, ofCase);
            ofCase.cycle(stepId, dependsOn).ifPresent(cycle -> {
                throw Problem.of(ProblemType.DEPENDENCY_CYCLE).with("cycle", cycle);
            });
            step.dependOn(dependsOn);
        });
    }

    private static void requireOfCase(List<UUID> dependsOn, Dependencies ofCase) {
        List<Violation> others = IntStream.range(0, dependsOn.size()).filter(at -> !ofCase.know(dependsOn.get(at)))
                .mapToObj(at -> new Violation("/dependsOn/" + at, "no-such-step", "must be a step of the same case"))
                .toList();
        if (!others.isEmpty()) {
            throw Problem.invalid(others);
        }
    }

    /** Links the step to a referral; what is known of it takes effect at once, the rest as it arrives. */
    public StepView follow(UUID stepId, String ifMatch, UUID referralId) {
        Optional<ReferralState> referral = referrals.hold(referralId);
        return change(stepId, ifMatch, step -> {
            step.follow(referralId);
            referral.ifPresent(state -> step.keepUpWith(ofSameClient(state, step)));
        });
    }

    /** Called in the transaction of the event that told of the referral. */
    void keepUp(@Observes ReferralState moved) {
        steps.followers(moved.clientId(), moved.referralId()).stream().filter(step -> step.keepUpWith(moved))
                .forEach(this::tell);
    }

    /** Holds the case before the step, as whoever ends or pauses the case does. What a referral moves, it moves in a closed case too. */
    private StepView change(UUID stepId, String ifMatch, Consumer<Step> command) {
        cases.requireOpen(steps.requireCase(stepId));
        Step step = steps.requireForChange(stepId);
        gate.disclose(step);
        Etag.require(ifMatch, step.recordVersion());
        command.accept(step);
        tell(step);
        return view(step);
    }

    private void tell(Step step) {
        steps.flush();
        events.moved(step);
    }

    private StepView view(Step step) {
        return view(step, steps.unfinished(step.dependsOn()));
    }

    private StepView view(Step step, Collection<UUID> waitingFor) {
        return mapper.view(step, gate.disclose(step), waitingFor);
    }

    private static List<UUID> waitingFor(Step step, Map<UUID, Step> ofCase) {
        return step.dependsOn().stream().filter(each -> !ofCase.get(each).status().isOver()).toList();
    }

    private static ReferralState ofSameClient(ReferralState referral, ClientRecord step) {
        if (!referral.clientId().equals(step.clientId())) {
            throw Problem
                    .invalid(new Violation("/referralId", "other-client", "must be a referral of the step's client"));
        }
        return referral;
    }
}

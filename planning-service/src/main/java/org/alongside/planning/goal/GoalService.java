package org.alongside.planning.goal;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessGate;
import org.alongside.kit.http.Etag;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;
import org.alongside.kit.time.Ids;
import org.alongside.planning.assent.Manner;
import org.alongside.planning.casework.Case;
import org.alongside.planning.casework.CaseService;
import org.alongside.planning.goal.api.DropGoal;
import org.alongside.planning.goal.api.GoalView;
import org.alongside.planning.goal.api.ProposeGoal;
import org.alongside.planning.need.Need;
import org.alongside.planning.need.NeedService;

/** Proposes goals, records the client's assent and what came of them. */
@ApplicationScoped
@Transactional
public class GoalService {

    private final GoalRepository goals;
    private final GoalMapper mapper;
    private final GoalEvents events;
    private final CaseService cases;
    private final NeedService needs;
    private final AccessGate gate;
    private final Clock clock;

    GoalService(GoalRepository goals, GoalMapper mapper, GoalEvents events, CaseService cases, NeedService needs,
            AccessGate gate, Clock clock) {
        this.goals = goals;
        this.mapper = mapper;
        this.events = events;
        this.cases = cases;
        this.needs = needs;
        this.gate = gate;
        this.clock = clock;
    }

    public UUID propose(UUID caseId, ProposeGoal proposal) {
        Case of = cases.requireOpen(caseId);
        Need need = needs.requireOf(of.clientId(), proposal.needId(), "/needId");
        requireNoSilentDenial(need, proposal);
        Goal goal = new Goal(Ids.next(), caseId, of, need, mapper.sealWords(of, proposal),
                proposal.weight());
        goals.persist(goal);
        goals.flush();
        events.proposed(goal);
        return goal.recordId();
    }

    /** What the client denies is planned only by someone who says so: the client reads it in the plan. */
    private static void requireNoSilentDenial(Need need, ProposeGoal proposal) {
        if (need.isDenied() && !proposal.knowsOfDenial()) {
            throw Problem.invalid(new Violation("/despiteDenial", "denied-need",
                    "the client sees no need here: talk about it, or say true to propose the goal nevertheless"));
        }
    }

    public GoalView read(UUID goalId) {
        return view(goals.require(goalId));
    }

    /** Goals of a case, the oldest first. */
    public List<GoalView> ofCase(UUID caseId) {
        return goals.ofCase(caseId).stream().map(this::view).toList();
    }

    /**
     * As {@link #require}, holding the case before it is read, as every command on a goal does.
     *
     * @throws Problem {@code conflicting-state} when the case is not open
     */
    public Goal requireInOpenCase(UUID goalId) {
        cases.requireOpen(goals.requireCase(goalId));
        return require(goalId);
    }

    /** As {@link #requireInOpenCase}, whatever the case's status. */
    public Goal requireHeld(UUID goalId) {
        cases.hold(goals.requireCase(goalId));
        return require(goalId);
    }

    /** The goal, for its steps; checks that the caller may see it. */
    public Goal require(UUID goalId) {
        Goal goal = goals.require(goalId);
        gate.disclose(goal);
        return goal;
    }

    public GoalView agree(UUID goalId, String ifMatch, Manner manner) {
        return change(goalId, ifMatch, goal -> goal.agree(manner, clock.instant()));
    }

    public GoalView activate(UUID goalId, String ifMatch) {
        return change(goalId, ifMatch, Goal::activate);
    }

    public GoalView achieve(UUID goalId, String ifMatch) {
        return change(goalId, ifMatch, Goal::achieve);
    }

    public GoalView achievePartly(UUID goalId, String ifMatch) {
        return change(goalId, ifMatch, Goal::achievePartly);
    }

    public GoalView miss(UUID goalId, String ifMatch) {
        return change(goalId, ifMatch, Goal::miss);
    }

    public GoalView drop(UUID goalId, String ifMatch, DropGoal drop) {
        return change(goalId, ifMatch, goal -> goal.drop(mapper.sealReason(goal, drop)));
    }

    /** Holds the case before the goal, as whoever ends or pauses the case does. */
    private GoalView change(UUID goalId, String ifMatch, Consumer<Goal> command) {
        cases.requireOpen(goals.requireCase(goalId));
        Goal goal = goals.requireForChange(goalId);
        gate.disclose(goal);
        Etag.require(ifMatch, goal.recordVersion());
        command.accept(goal);
        goals.flush();
        events.moved(goal);
        return view(goal);
    }

    private GoalView view(Goal goal) {
        return mapper.view(goal, gate.disclose(goal));
    }
}

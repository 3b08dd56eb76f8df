package org.alongside.planning.plan;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.Part;
import org.alongside.planning.agreement.AgreementService;
import org.alongside.planning.casework.CaseService;
import org.alongside.planning.casework.api.CaseView;
import org.alongside.planning.goal.GoalService;
import org.alongside.planning.goal.api.GoalView;
import org.alongside.planning.hesitation.HesitationService;
import org.alongside.planning.measurement.MeasurementService;
import org.alongside.planning.need.NeedService;
import org.alongside.planning.need.api.NeedView;
import org.alongside.planning.plan.api.GoalWithSteps;
import org.alongside.planning.plan.api.PlanView;
import org.alongside.planning.step.StepService;
import org.alongside.planning.step.api.StepView;

/** Puts the plan of a case together from its parts. */
@ApplicationScoped
@Transactional
public class PlanService {

    private final CaseService cases;
    private final NeedService needs;
    private final AgreementService agreements;
    private final GoalService goals;
    private final StepService steps;
    private final HesitationService hesitations;
    private final MeasurementService measurements;

    PlanService(CaseService cases, NeedService needs, AgreementService agreements, GoalService goals,
            StepService steps, HesitationService hesitations, MeasurementService measurements) {
        this.cases = cases;
        this.needs = needs;
        this.agreements = agreements;
        this.goals = goals;
        this.steps = steps;
        this.hesitations = hesitations;
        this.measurements = measurements;
    }

    public PlanView read(UUID caseId) {
        CaseView of = cases.read(caseId);
        List<StepView> all = steps.ofCase(caseId);
        List<NeedView> seen = needs.ofClient(of.clientId());
        List<GoalView> ofPlan = goals.ofCase(caseId);
        List<GoalWithSteps> goalsWithSteps = ofPlan.stream().map(goal -> withSteps(goal, all)).toList();
        return new PlanView(of.caseId(), of.clientId(), of.status(), of.phase(), seen,
                agreements.inForce(caseId).orElse(null), goalsWithSteps, hesitations.ofPlan(caseId),
                Balance.of(goalsWithSteps),
                measurements.attainment(caseId, ofPlan).orElse(null), parts(of, seen));
    }

    private static Set<Part> parts(CaseView of, List<NeedView> needs) {
        return Stream.concat(Stream.of(of.parts()), needs.stream().map(NeedView::parts)).flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private static GoalWithSteps withSteps(GoalView goal, List<StepView> all) {
        return new GoalWithSteps(goal, all.stream().filter(step -> step.goalId().equals(goal.goalId())).toList());
    }
}

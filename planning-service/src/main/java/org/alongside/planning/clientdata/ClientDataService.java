package org.alongside.planning.clientdata;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.merge.MergedClients;
import org.alongside.kit.paging.Page;
import org.alongside.kit.problem.Problem;
import org.alongside.planning.agreement.AgreementService;
import org.alongside.planning.casework.CaseService;
import org.alongside.planning.casework.api.CaseView;
import org.alongside.planning.checkin.CheckInService;
import org.alongside.planning.clientdata.api.CaseData;
import org.alongside.planning.clientdata.api.PlanningData;
import org.alongside.planning.closure.ClosureService;
import org.alongside.planning.complaint.ComplaintService;
import org.alongside.planning.dependency.DependencyService;
import org.alongside.planning.feedback.FeedbackService;
import org.alongside.planning.goal.GoalService;
import org.alongside.planning.goal.api.GoalView;
import org.alongside.planning.hesitation.HesitationService;
import org.alongside.planning.measurement.MeasurementService;
import org.alongside.planning.need.NeedService;
import org.alongside.planning.need.api.NeedView;
import org.alongside.planning.note.NoteService;
import org.alongside.planning.option.OptionService;
import org.alongside.planning.option.api.OptionView;
import org.alongside.planning.plan.api.GoalWithSteps;
import org.alongside.planning.review.ReviewService;
import org.alongside.planning.selfsufficiency.SelfSufficiencyService;
import org.alongside.planning.step.StepService;
import org.alongside.planning.step.api.StepView;
import org.alongside.planning.transfer.TransferService;
import org.alongside.planning.workerrequest.WorkerRequestService;

/** Puts together everything that is held about a client. */
@ApplicationScoped
@Transactional
public class ClientDataService {

    private final CaseService cases;
    private final NeedService needs;
    private final AgreementService agreements;
    private final GoalService goals;
    private final StepService steps;
    private final OptionService options;
    private final HesitationService hesitations;
    private final NoteService notes;
    private final MeasurementService measurements;
    private final ReviewService reviews;
    private final SelfSufficiencyService selfSufficiency;
    private final DependencyService dependency;
    private final ClosureService closures;
    private final CheckInService checkIns;
    private final TransferService transfers;
    private final FeedbackService feedback;
    private final ComplaintService complaints;
    private final WorkerRequestService workerRequests;
    private final MergedClients merged;
    private final AccessContext access;
    private final Clock clock;

    ClientDataService(CaseService cases, NeedService needs, AgreementService agreements, GoalService goals,
            StepService steps, OptionService options, HesitationService hesitations, NoteService notes,
            MeasurementService measurements,
            ReviewService reviews, SelfSufficiencyService selfSufficiency, DependencyService dependency,
            ClosureService closures, CheckInService checkIns, TransferService transfers,
            FeedbackService feedback, ComplaintService complaints, WorkerRequestService workerRequests,
            MergedClients merged, AccessContext access, Clock clock) {
        this.cases = cases;
        this.needs = needs;
        this.agreements = agreements;
        this.goals = goals;
        this.steps = steps;
        this.options = options;
        this.hesitations = hesitations;
        this.notes = notes;
        this.measurements = measurements;
        this.reviews = reviews;
        this.selfSufficiency = selfSufficiency;
        this.dependency = dependency;
        this.closures = closures;
        this.checkIns = checkIns;
        this.transfers = transfers;
        this.feedback = feedback;
        this.complaints = complaints;
        this.workerRequests = workerRequests;
        this.merged = merged;
        this.access = access;
        this.clock = clock;
    }

    /**
     * @throws Problem {@code not-found} when this service holds nothing about the client, or nothing that the caller may see,
     *                 {@code client-merged} for a record that goes on in another one: under it stands but a part
     */
    public PlanningData of(UUID clientId) {
        List<NeedView> ofClient = needs.ofClient(clientId);
        List<CaseData> work = Page.all(page -> cases.list(clientId, page)).stream().map(this::all).toList();
        if (ofClient.isEmpty() && work.isEmpty()) {
            throw Problem.notFound();
        }
        merged.requireNotMerged(clientId);
        return new PlanningData(PlanningData.FORMAT, clientId, access.caller().agency(), clock.instant(), ofClient,
                work);
    }

    private CaseData all(CaseView of) {
        List<StepView> ofCase = steps.ofCase(of.caseId());
        List<GoalView> ofPlan = goals.ofCase(of.caseId());
        return new CaseData(of, Page.all(page -> agreements.ofCase(of.caseId(), page)),
                ofPlan.stream().map(goal -> withSteps(goal, ofCase)).toList(), options(ofPlan),
                hesitations.ofCase(of.caseId()), Page.all(page -> notes.ofCase(of.caseId(), page)),
                measurements.ofCase(of.caseId()), reviews.ofCase(of.caseId()), selfSufficiency.ofCase(of.caseId()),
                dependency.ofCase(of.caseId()), closures.ofCase(of.caseId()), checkIns.ofCase(of.caseId()),
                transfers.ofCase(of.caseId()),
                feedback.ofCase(of.caseId()), complaints.ofCase(of.caseId()), workerRequests.ofCase(of.caseId()));
    }

    private List<OptionView> options(List<GoalView> ofPlan) {
        return ofPlan.stream().flatMap(goal -> Page.all(page -> options.ofGoal(goal.goalId(), page)).stream()).toList();
    }

    private static GoalWithSteps withSteps(GoalView goal, List<StepView> ofCase) {
        return new GoalWithSteps(goal, ofCase.stream().filter(step -> step.goalId().equals(goal.goalId())).toList());
    }
}

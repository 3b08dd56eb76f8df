package org.alongside.planning.review;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.ClientRecord;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.agency.AgencyCalendar;
import org.alongside.kit.http.Etag;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.problem.Violation;
import org.alongside.kit.sealing.SealedJson;
import org.alongside.kit.time.Ids;
import org.alongside.planning.casework.Case;
import org.alongside.planning.casework.CaseService;
import org.alongside.planning.goal.GoalService;
import org.alongside.planning.goal.GoalStatus;
import org.alongside.planning.goal.api.GoalView;
import org.alongside.planning.measurement.MeasurementService;
import org.alongside.planning.measurement.api.MeasureGoal;
import org.alongside.planning.review.api.HoldReview;
import org.alongside.planning.review.api.MeasuredGoal;
import org.alongside.planning.review.api.ReviewView;

/** Plans the days on which client and worker look back, and keeps what came of them. */
@ApplicationScoped
@Transactional
public class ReviewService {

    private final ReviewRepository reviews;
    private final ReviewEvents events;
    private final CaseService cases;
    private final GoalService goals;
    private final MeasurementService measurements;
    private final SealedJson sealed;
    private final AgencyCalendar calendar;
    private final AccessGate gate;
    private final AccessContext access;

    ReviewService(ReviewRepository reviews, ReviewEvents events, CaseService cases, GoalService goals,
            MeasurementService measurements, SealedJson sealed, AgencyCalendar calendar, AccessGate gate,
            AccessContext access) {
        this.reviews = reviews;
        this.events = events;
        this.cases = cases;
        this.goals = goals;
        this.measurements = measurements;
        this.sealed = sealed;
        this.calendar = calendar;
        this.gate = gate;
        this.access = access;
    }

    /** Those of an agreement that came into force, in the past too: what was missed is overdue. To be called while the case is held. */
    public void plan(ClientRecord client, UUID caseId, UUID agreementId, List<LocalDate> days) {
        days.forEach(day -> reviews.persist(new Review(Ids.next(), client, caseId, agreementId, day)));
    }

    /** Those of an agreement that is in force no more. To be called while the case is held. */
    public void callOff(UUID caseId, UUID agreementId) {
        reviews.plannedOfAgreement(caseId, agreementId).forEach(Review::callOff);
    }

    /** All of a case that is closed. To be called while the case is held. */
    public void callOff(UUID caseId) {
        reviews.plannedOf(caseId).forEach(Review::callOff);
    }

    /** One besides those of the agreement. */
    public UUID plan(UUID caseId, LocalDate dueOn) {
        Case of = cases.requireOpen(caseId);
        if (dueOn.isBefore(calendar.today(of.homeAgency()))) {
            throw Problem.invalid(new Violation("/dueOn", "past", "must be today or later"));
        }
        Review review = new Review(Ids.next(), of, caseId, null, dueOn);
        reviews.persistAndFlush(review);
        return review.recordId();
    }

    public ReviewView read(UUID reviewId) {
        Review review = reviews.require(reviewId);
        return view(review, gate.disclose(review));
    }

    /** Those of a case in the order of their days. */
    public List<ReviewView> ofCase(UUID caseId) {
        cases.require(caseId);
        return reviews.ofCase(caseId).stream()
                .flatMap(each -> gate.find(each).map(disclosure -> view(each, disclosure)).stream()).toList();
    }

    /**
     * Keeps what came of it, with a measurement of each goal that was measured.
     *
     * @throws Problem {@code invalid-input} when an active goal is missing or one named that is not active; {@code conflicting-state} when
     *                 the case is not open or the review is over
     */
    public ReviewView hold(UUID reviewId, String ifMatch, HoldReview held) {
        Case of = cases.requireOpen(reviews.requireCase(reviewId));
        Review review = reviews.requireForChange(reviewId);
        Disclosure disclosure = gate.disclose(review);
        Etag.require(ifMatch, review.recordVersion());
        requirePlanned(review);
        requireEachActiveGoal(of.recordId(), held);
        LocalDate on = calendar.dayOf(of.homeAgency(), held.heldOn(), "/heldOn");
        for (MeasuredGoal measured : held.measurements()) {
            measurements.measure(measured.goalId(), new MeasureGoal(measured.level(), measured.evidence(), on));
        }
        review.hold(on, sealed.seal(review.clientId(), Review.WORDS,
                new LookedBack(held.whatChanged(), held.notMeasured())), held.decision(), access.caller().subject());
        reviews.flush();
        events.held(review);
        return view(review, disclosure);
    }

    /** Before anything else is looked at: what came of a review is said once. */
    private static void requirePlanned(Review review) {
        if (review.status() != ReviewStatus.PLANNED) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "The review is not planned any more.").with("present",
                    review.status().code());
        }
    }

    private void requireEachActiveGoal(UUID caseId, HoldReview held) {
        Set<UUID> active = goals.ofCase(caseId).stream().filter(goal -> goal.status() == GoalStatus.ACTIVE)
                .map(GoalView::goalId).collect(Collectors.toSet());
        List<Violation> faults = held.doubles();
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        Set<UUID> silent = new HashSet<>(active);
        silent.removeAll(held.told());
        if (!silent.isEmpty()) {
            throw Problem.invalid(new Violation("/measurements", "goal-missing",
                    "each active goal is measured, or stands in notMeasured")).with("goals", silent);
        }
        if (!active.containsAll(held.told())) {
            throw Problem.invalid(new Violation("/measurements", "not-active",
                    "only active goals of this case are measured here"));
        }
    }

    private ReviewView view(Review of, Disclosure disclosure) {
        LookedBack words = sealed.open(disclosure, Part.PLAN, Review.WORDS, of.words(), LookedBack.class);
        return new ReviewView(of.recordId(), of.caseId(), of.clientId(), of.agreementId(), of.dueOn(), of.status(),
                of.heldOn(), words == null ? null : words.whatChanged(), words == null ? null : words.notMeasured(),
                of.decision(), of.heldBy(), disclosure.parts(), of.recordVersion());
    }
}

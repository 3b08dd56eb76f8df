package org.alongside.planning.measurement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.agency.AgencyCalendar;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;
import org.alongside.kit.sealing.SealedJson;
import org.alongside.kit.time.Ids;
import org.alongside.planning.goal.Goal;
import org.alongside.planning.goal.GoalService;
import org.alongside.planning.goal.GoalStatus;
import org.alongside.planning.goal.api.GoalView;
import org.alongside.planning.measurement.TScore.Scaled;
import org.alongside.planning.measurement.api.Attainment;
import org.alongside.planning.measurement.api.MeasureGoal;
import org.alongside.planning.measurement.api.MeasurementView;

/** Measures goals by the levels that were written down before work started. */
@ApplicationScoped
@Transactional
public class MeasurementService {

    /** What is written down later is of these last years; a year mistyped would stay the first measurement for ever. */
    private static final int EARLIEST_YEARS = 5;

    private final MeasurementRepository measurements;
    private final MeasurementEvents events;
    private final GoalService goals;
    private final AgencyCalendar calendar;
    private final SealedJson sealed;
    private final AccessGate gate;
    private final AccessContext access;
    private final Clock clock;

    MeasurementService(MeasurementRepository measurements, MeasurementEvents events, GoalService goals,
            AgencyCalendar calendar,
            SealedJson sealed, AccessGate gate, AccessContext access, Clock clock) {
        this.measurements = measurements;
        this.events = events;
        this.goals = goals;
        this.calendar = calendar;
        this.sealed = sealed;
        this.gate = gate;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Also of a goal that has its result: a check-in measures again.
     *
     * @throws Problem {@code conflicting-state} when the client has not agreed to the goal, or it was dropped; {@code invalid-input} for
     *                 a day that is still to come
     */
    public UUID measure(UUID goalId, MeasureGoal measured) {
        Goal goal = goals.requireHeld(goalId);
        goal.requireMeasurable();
        LocalDate on = calendar.dayOf(goal.homeAgency(), measured.measuredOn(), "/measuredOn");
        if (on.isBefore(calendar.today(goal.homeAgency()).minusYears(EARLIEST_YEARS))) {
            throw Problem.invalid(new Violation("/measuredOn", "too-early",
                    "must lie within the last " + EARLIEST_YEARS + " years"));
        }
        Measurement measurement = new Measurement(Ids.next(), goal, measured.level(),
                sealed.seal(goal.clientId(), Measurement.EVIDENCE, measured.evidence()), on,
                access.caller().subject(), clock.instant());
        measurements.persistAndFlush(measurement);
        events.measured(measurement);
        return measurement.recordId();
    }

    public MeasurementView read(UUID measurementId) {
        Measurement measurement = measurements.require(measurementId);
        return view(measurement, gate.disclose(measurement));
    }

    /** Those of a goal, in the order of their days. */
    public List<MeasurementView> ofGoal(UUID goalId) {
        return views(measurements.ofGoal(goals.require(goalId)));
    }

    /** Those of a case, to a caller who sees the case; in the order of their days. */
    public List<MeasurementView> ofCase(UUID caseId) {
        return views(measurements.ofCase(caseId));
    }

    /**
     * How far the goals of a plan were reached, without the evidence; empty when none was measured. Discloses no measurement: the figure
     * is of the goals that the caller sees.
     *
     * @param ofPlan the goals that the caller sees of it
     */
    public Optional<Attainment> attainment(UUID caseId, List<GoalView> ofPlan) {
        List<Measured> made = measurements.levels(caseId);
        List<GoalView> counted = ofPlan.stream().filter(goal -> goal.status() != GoalStatus.PROPOSED
                && goal.status() != GoalStatus.DROPPED).toList();
        List<Scaled> latest = new ArrayList<>();
        List<Scaled> first = new ArrayList<>();
        for (GoalView goal : counted) {
            List<Integer> levels = made.stream().filter(each -> each.goalId().equals(goal.goalId()))
                    .map(Measured::level).toList();
            if (!levels.isEmpty()) {
                first.add(new Scaled(levels.get(0), goal.weight()));
                latest.add(new Scaled(levels.get(levels.size() - 1), goal.weight()));
            }
        }
        return latest.isEmpty()
                ? Optional.empty()
                : Optional.of(new Attainment(TScore.of(latest), TScore.of(first), latest.size(), counted.size()));
    }

    private List<MeasurementView> views(List<Measurement> made) {
        return made.stream().flatMap(each -> gate.find(each).map(disclosure -> view(each, disclosure)).stream())
                .toList();
    }

    private MeasurementView view(Measurement of, Disclosure disclosure) {
        return new MeasurementView(of.recordId(), of.goalId(), of.caseId(), of.clientId(), of.level(),
                sealed.open(disclosure, Part.PLAN, Measurement.EVIDENCE, of.evidence(), String.class),
                of.measuredOn(), of.measuredBy(), of.recordedAt(), disclosure.parts(), of.recordVersion());
    }
}

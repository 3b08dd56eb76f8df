package org.alongside.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.state.State;
import org.alongside.planning.agreement.AgreementStatus;
import org.alongside.planning.casework.CasePhase;
import org.alongside.planning.casework.CaseStatus;
import org.alongside.planning.checkin.CheckInStatus;
import org.alongside.planning.closure.ClosureStatus;
import org.alongside.planning.complaint.ComplaintStatus;
import org.alongside.planning.dependency.DependencyStatus;
import org.alongside.planning.goal.GoalStatus;
import org.alongside.planning.hesitation.HesitationStatus;
import org.alongside.planning.option.OptionStatus;
import org.alongside.planning.review.ReviewStatus;
import org.alongside.planning.step.StepStatus;
import org.alongside.planning.workerrequest.WorkerRequestStatus;
import org.junit.jupiter.api.Test;

/** The tables written out a second time, so that no transition comes or goes unnoticed. */
class StateTablesTest {

    @Test
    void phasesGoOnwardAndBackAndEndFromAnywhere() {
        check(CasePhase.class,
                Map.of("engaging", "assessing ending", "assessing", "engaging planning ending", "planning",
                        "assessing acting ending", "acting", "planning reviewing ending", "reviewing",
                        "planning acting ending", "ending", "reviewing"));
    }

    @Test
    void aCaseIsHeldClosedAndOpenedAgain() {
        check(CaseStatus.class, Map.of("open", "on-hold closed", "on-hold", "open closed", "closed", "open"));
    }

    @Test
    void anAgreementIsNegotiatedAndStaysReadable() {
        check(AgreementStatus.class,
                Map.of("draft", "proposed", "proposed", "counter-proposed agreed declined superseded",
                        "counter-proposed",
                        "proposed agreed declined superseded", "agreed", "superseded ended", "superseded", "",
                        "declined", "",
                        "ended", ""));
    }

    @Test
    void aGoalIsActiveOnlyAfterItWasAgreed() {
        check(GoalStatus.class,
                Map.of("proposed", "agreed dropped", "agreed", "active dropped", "active",
                        "achieved partly-achieved not-achieved dropped", "achieved", "", "partly-achieved", "",
                        "not-achieved", "", "dropped", ""));
    }

    @Test
    void aStepIsDoneOnlyAfterItWasStarted() {
        check(StepStatus.class, Map.of("todo", "doing blocked skipped", "doing", "done blocked skipped", "blocked",
                "doing skipped", "done", "", "skipped", ""));
    }

    @Test
    void anOptionIsChosenOrRefusedOnce() {
        check(OptionStatus.class, Map.of("offered", "chosen refused", "chosen", "", "refused", ""));
    }

    @Test
    void aHesitationIsAnsweredOnce() {
        check(HesitationStatus.class, Map.of("raised", "answered", "answered", ""));
    }

    @Test
    void reviewsCheckInsAndDependencyReviewsHappenOnce() {
        check(ReviewStatus.class, Map.of("planned", "held called-off", "held", "", "called-off", ""));
        check(DependencyStatus.class, Map.of("raised", "held", "held", ""));
        check(CheckInStatus.class, Map.of("planned", "held not-reached called-off", "held", "", "not-reached", "",
                "called-off", ""));
    }

    @Test
    void whatTheClientSaysIsAnsweredOrTakenBack() {
        check(ComplaintStatus.class, Map.of("received", "under-review withdrawn", "under-review",
                "answered withdrawn", "answered", "", "withdrawn", ""));
        check(WorkerRequestStatus.class,
                Map.of("requested", "granted declined withdrawn", "granted", "", "declined", "",
                        "withdrawn", ""));
    }

    @Test
    void anEndingIsApprovedOrSentBackOrWithdrawn() {
        check(ClosureStatus.class, Map.of("draft", "awaiting-approval completed withdrawn", "awaiting-approval",
                "draft completed withdrawn", "completed", "", "withdrawn", ""));
    }

    private static <S extends Enum<S> & State<S>> void check(Class<S> type, Map<String, String> expected) {
        Map<String, S> states = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(State::code, Function.identity()));
        assertEquals(expected.keySet(), states.keySet());
        states.forEach((code, from) -> states.forEach((target, to) -> check(from, to, codes(expected.get(code)))));
    }

    private static <S extends Enum<S> & State<S>> void check(S from, S to, Set<String> allowed) {
        if (allowed.contains(to.code())) {
            assertEquals(to, from.to(to));
        } else {
            Problem refusal = assertThrows(Problem.class, () -> from.to(to), from + " to " + to);
            assertEquals(ProblemType.CONFLICTING_STATE, refusal.kind());
        }
    }

    private static Set<String> codes(String listed) {
        return Stream.of(listed.split(" ")).filter(code -> !code.isEmpty()).collect(Collectors.toSet());
    }
}

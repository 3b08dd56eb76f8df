package org.alongside.planning.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;

import org.alongside.kit.problem.Problem;
import org.alongside.planning.referral.ReferralState;
import org.alongside.planning.referral.ReferralStates;
import org.junit.jupiter.api.Test;

class StepFollowsReferralTest {

    private final Step step = new Step();

    @Test
    void aReferralUnderWayIsAStepBeingDone() {
        assertFalse(step.keepUpWith(at("draft")));
        assertEquals(StepStatus.TODO, step.status());
        for (String status : List.of("requested", "waitlisted", "accepted", "scheduled", "in-progress", "on-hold")) {
            step.keepUpWith(at(status));
            assertEquals(StepStatus.DOING, step.status(), status);
        }
        assertTrue(step.keepUpWith(at("completed")));
        assertEquals(StepStatus.DONE, step.status());
    }

    @Test
    void whateverArrivesFirstTakesTheStepThere() {
        assertTrue(step.keepUpWith(at("completed")));
        assertEquals(StepStatus.DONE, step.status());
    }

    @Test
    void aReferralThatCameToNothingBlocksWithItsStatus() {
        for (String status : List.of("declined", "unsuccessful", "cancelled", "expired", "entered-in-error")) {
            assertTrue(step.keepUpWith(at(status)), status);
            assertEquals(StepStatus.BLOCKED, step.status(), status);
            assertEquals(status, step.blockedBy());
            assertFalse(step.keepUpWith(at(status)), "the same twice");
        }
        assertTrue(step.keepUpWith(at("requested")));
        assertEquals(StepStatus.DOING, step.status());
        assertNull(step.blockedBy());
    }

    @Test
    void aStepThatPeopleFinishedStaysAndTakesNoOtherReferral() {
        step.skip(new byte[]{1});
        assertFalse(step.keepUpWith(at("completed")));
        assertEquals(StepStatus.SKIPPED, step.status());
        assertThrows(Problem.class, () -> step.follow(UUID.randomUUID()));
    }

    @Test
    void whilePeopleBlockItTheReferralStillMovesIt() {
        step.follow(UUID.randomUUID());
        step.block(new byte[]{1});
        assertTrue(step.keepUpWith(at("in-progress")));
        assertEquals(StepStatus.DOING, step.status());
        assertNull(step.reason());
    }

    private static ReferralState at(String status) {
        return ReferralStates.of(null, status, null, null);
    }
}

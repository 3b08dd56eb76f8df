package org.alongside.planning;

import java.io.IOException;
import java.util.List;

import org.alongside.kit.testing.StateTables;
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

class StatePagesTest {

    @Test
    void thePageOfTransitionsIsWhatTheEnumsSay() throws IOException {
        StateTables.check("planning",
                List.of(CaseStatus.class, CasePhase.class, AgreementStatus.class, GoalStatus.class,
                        StepStatus.class, OptionStatus.class, HesitationStatus.class, ReviewStatus.class,
                        DependencyStatus.class, ClosureStatus.class, CheckInStatus.class, ComplaintStatus.class,
                        WorkerRequestStatus.class));
    }
}

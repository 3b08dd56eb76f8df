package org.alongside.intake;

import java.io.IOException;
import java.util.List;

import org.alongside.intake.assessment.AssessmentStatus;
import org.alongside.intake.consent.ConsentStatus;
import org.alongside.intake.intake.IntakeStatus;
import org.alongside.kit.testing.StateTables;
import org.junit.jupiter.api.Test;

class StatePagesTest {

    @Test
    void thePageOfTransitionsIsWhatTheEnumsSay() throws IOException {
        StateTables.check("intake", List.of(IntakeStatus.class, ConsentStatus.class, AssessmentStatus.class));
    }
}

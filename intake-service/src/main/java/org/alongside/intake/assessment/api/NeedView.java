package org.alongside.intake.assessment.api;

import java.util.List;
import java.util.UUID;

import org.alongside.kit.need.Urgency;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A coded need.
 *
 * @param severity      0 mentioned, 1 some difficulty, 2 serious, 3 severe
 * @param priority      place in the client's order, from 1; absent when the client gave it none
 * @param clientAgrees  false when the client sees no need here
 * @param sourceAnswers {@code linkId} of each answer that proposed it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NeedView(UUID needId, String category, int severity, Urgency urgency, Integer priority,
        boolean clientAgrees,
        List<String> sourceAnswers) {}

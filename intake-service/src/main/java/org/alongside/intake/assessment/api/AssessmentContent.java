package org.alongside.intake.assessment.api;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What was said and seen in an assessment; a merge patch changes it while the assessment is in progress. Lists are replaced as a
 * whole.
 *
 * @param answers           one for each question that was answered
 * @param clientWords       the need in the client's own words, as they were said
 * @param strengths         what the client builds on
 * @param workerObservation what the worker noticed; kept apart from what the client said
 */
public record AssessmentContent(@NotNull AnsweredBy answeredBy, @Size(max = 500) List<@NotNull @Valid Answer> answers,
        @Size(max = 4000) String clientWords, @Size(max = 4000) String strengths,
        @Size(max = 4000) String workerObservation) {

    public AssessmentContent {
        answers = answers == null ? List.of() : answers;
    }
}

package org.alongside.intake.assessment.api;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * An assessment to begin, with whatever was said so far.
 *
 * @param instrument name and
 * @param version    version as listed at {@code /v1/instruments}; neither changes later
 * @see AssessmentContent for the other fields
 */
public record StartAssessment(@NotNull @Size(max = 64) String instrument, @NotNull @Size(max = 32) String version,
        @NotNull AnsweredBy answeredBy, @Size(max = 500) List<@NotNull @Valid Answer> answers,
        @Size(max = 4000) String clientWords, @Size(max = 4000) String strengths,
        @Size(max = 4000) String workerObservation) {

    public AssessmentContent content() {
        return new AssessmentContent(answeredBy, answers, clientWords, strengths, workerObservation);
    }
}

package org.alongside.intake.assessment.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.intake.assessment.AssessmentStatus;
import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An assessment with what was said and, once completed, the needs it came to: those with a priority first, in the client's order,
 * then by urgency and severity.
 *
 * @param number           of this version, from 1
 * @param amends           the version before; absent on the first
 * @param worker           token subject of who began this version
 * @param scores           what the answers came to by the rules of the instrument; absent until completed, and by a grant that opens
 *                         only some needs
 * @param hasImmediateNeed whether a need wants an answer today
 * @param immediateSafety  whether one of these is about the person's safety from someone else: stay with the person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AssessmentView(UUID assessmentId, UUID clientId, UUID homeAgency, String instrument,
        @JsonProperty("version") String instrumentVersion, int number, UUID amends, AssessmentStatus status,
        AnsweredBy answeredBy,
        List<Answer> answers, String clientWords, String strengths, String workerObservation, String worker,
        Instant startedAt, Instant changedAt, Instant completedAt, List<NeedView> needs, List<ScoreView> scores,
        boolean hasImmediateNeed,
        boolean immediateSafety, @JsonIgnore Set<Part> parts, @JsonIgnore long revision)
        implements
            DisclosedView,
            Versioned {

    @Override
    @JsonIgnore
    public long version() {
        return revision;
    }
}

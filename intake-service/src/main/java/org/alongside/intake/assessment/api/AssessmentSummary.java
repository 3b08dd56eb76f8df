package org.alongside.intake.assessment.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.intake.assessment.AssessmentStatus;
import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/** An assessment in a list: what it came to, without what was said. Fields as in {@link AssessmentView}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AssessmentSummary(UUID assessmentId, UUID clientId, UUID homeAgency, String instrument, String version,
        int number, UUID amends, AssessmentStatus status, Instant startedAt, Instant completedAt, List<NeedView> needs,
        boolean hasImmediateNeed,
        boolean immediateSafety, @JsonIgnore Set<Part> parts) implements DisclosedView {}

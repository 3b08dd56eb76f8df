package org.alongside.planning.measurement.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A measurement of a goal.
 *
 * @param level      −2 to +2; 0 is what was expected
 * @param measuredBy token subject
 */
public record MeasurementView(UUID measurementId, UUID goalId, UUID caseId, UUID clientId, int level, String evidence,
        LocalDate measuredOn, String measuredBy, Instant recordedAt, @JsonIgnore Set<Part> parts,
        @JsonIgnore long version) implements DisclosedView, Versioned {}

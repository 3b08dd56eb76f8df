package org.alongside.planning.casework.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;
import org.alongside.planning.casework.CasePhase;
import org.alongside.planning.casework.CaseStatus;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A case.
 *
 * @param primaryWorker token subject of the worker who keeps it
 * @param team          token subjects of the workers who help beside the primary worker
 * @param agreedUntil   planned end of the version of the agreement that came into force last; absent before the first
 * @param extensions    how often the planned end was moved out by a later version
 * @param weight        how much of a caseload it is, 1 (least) to 5
 * @param overTime      whether the work goes on beyond the planned end, by the calendar of the home agency
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseView(UUID caseId, UUID intakeId, UUID clientId, UUID homeAgency, CaseStatus status, CasePhase phase,
        String primaryWorker, List<String> team, Instant openedAt, LocalDate agreedUntil, int extensions,
        boolean overTime, int weight,
        @JsonIgnore Set<Part> parts, @JsonIgnore long version)
        implements
            DisclosedView,
            Versioned {}

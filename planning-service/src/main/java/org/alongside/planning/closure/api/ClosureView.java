package org.alongside.planning.closure.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;
import org.alongside.planning.closure.ClosureReason;
import org.alongside.planning.closure.ClosureStatus;
import org.alongside.planning.closure.Handover;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The ending of a case.
 *
 * @param missing     JSON Pointers to what has still to be written before it can be completed; empty when it is whole
 * @param completedBy token subject of the worker who said that it is whole; absent before
 * @param approvedBy  token subject of the supervisor; absent where none was asked
 * @param sentBack    why a supervisor sent it back last; absent for never
 * @param closedAt    when the case was closed by it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClosureView(UUID closureId, UUID caseId, UUID clientId, ClosureStatus status, ClosureReason reason,
        String gains, String explanation, Integer confidence, String openDoorContact, LocalDate checkInOn,
        Handover handover, List<String> missing, String completedBy, String approvedBy, String sentBack,
        Instant closedAt, @JsonIgnore Set<Part> parts, @JsonIgnore long version) implements DisclosedView, Versioned {}

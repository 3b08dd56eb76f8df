package org.alongside.planning.checkin.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;
import org.alongside.planning.checkin.CheckInResult;
import org.alongside.planning.checkin.CheckInStatus;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Asking how things go after the end.
 *
 * @param result     absent until it is recorded
 * @param words      what the client said; absent for nothing
 * @param recordedBy token subject
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CheckInView(UUID checkInId, UUID caseId, UUID clientId, LocalDate dueOn, CheckInStatus status,
        CheckInResult result, String words, String recordedBy, Instant recordedAt, @JsonIgnore Set<Part> parts,
        @JsonIgnore long version) implements DisclosedView, Versioned {}

package org.alongside.planning.complaint.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;
import org.alongside.planning.complaint.ComplaintStatus;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A complaint of a client. Workers are token subjects.
 *
 * @param answer what the client was told; absent before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ComplaintView(UUID complaintId, UUID caseId, UUID clientId, ComplaintStatus status, List<String> about,
        String clientWords, String recordedBy, Instant receivedAt, String answer, String answeredBy,
        Instant answeredAt, @JsonIgnore Set<Part> parts,
        @JsonIgnore long version) implements DisclosedView, Versioned {}

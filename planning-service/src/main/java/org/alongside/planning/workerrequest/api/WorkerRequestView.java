package org.alongside.planning.workerrequest.api;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;
import org.alongside.planning.workerrequest.WorkerRequestStatus;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A client's request for another worker. Workers are token subjects.
 *
 * @param insteadOf the primary worker when it was asked
 * @param words     what the client was told when it was declined
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkerRequestView(UUID workerRequestId, UUID caseId, UUID clientId, WorkerRequestStatus status,
        String insteadOf, String clientWords, String recordedBy, Instant requestedAt, String words, String decidedBy,
        Instant decidedAt, @JsonIgnore Set<Part> parts, @JsonIgnore long version) implements DisclosedView, Versioned {}

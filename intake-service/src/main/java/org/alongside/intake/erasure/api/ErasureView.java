package org.alongside.intake.erasure.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.alongside.intake.erasure.ErasureStatus;
import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * An erasure and how far it is.
 *
 * @param words       as told; absent from the moment the client's key is destroyed
 * @param requestedBy token subject
 * @param dueAt       until when it can be called off
 * @param destroyedAt when this service destroyed its key of the client
 * @param confirmed   when each other service did
 * @param awaited     services that have not confirmed yet
 * @param completedAt when the last one had
 */
public record ErasureView(UUID erasureId, UUID clientId, UUID homeAgency, ErasureStatus status, ErasureReason reason,
        String words, String requestedBy, Instant requestedAt, Instant dueAt, String cancelledBy, Instant cancelledAt,
        Instant destroyedAt, Map<String, Instant> confirmed, List<String> awaited, Instant completedAt,
        @JsonIgnore Set<Part> parts, @JsonIgnore long version) implements DisclosedView, Versioned {}

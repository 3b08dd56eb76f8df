package org.alongside.intake.conversation.api;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.alongside.intake.conversation.ConversationKind;
import org.alongside.intake.conversation.ConversationStatus;
import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A talk that was held.
 *
 * @param heldBy token subject of the worker
 */
public record ConversationView(UUID conversationId, UUID clientId, UUID homeAgency, ConversationStatus status,
        ConversationKind kind, Instant heldAt, String heldBy, String language, boolean interpreter,
        Understood understood, String clientWords, String expectationsOfClient, String expectationsOfWorker,
        String explained, Instant recordedAt, @JsonIgnore Set<Part> parts,
        @JsonIgnore long version) implements DisclosedView, Versioned {}

package org.alongside.planning.transfer.api;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * That a case went from one primary worker to another. Workers are token subjects.
 *
 * @param noteId         the handover note
 * @param overrideReason why the worker was given more than the agency's limit; absent within it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TransferView(UUID transferId, UUID caseId, UUID clientId, String from, String to, UUID noteId,
        String overrideReason, String transferredBy, Instant transferredAt, @JsonIgnore Set<Part> parts,
        @JsonIgnore long version)
        implements
            DisclosedView,
            Versioned {}

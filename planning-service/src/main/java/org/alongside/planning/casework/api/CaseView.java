package org.alongside.planning.casework.api;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;
import org.alongside.planning.casework.CasePhase;
import org.alongside.planning.casework.CaseStatus;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A case. {@code primaryWorker} is the token subject of the worker who keeps it. */
public record CaseView(UUID caseId, UUID intakeId, UUID clientId, UUID homeAgency, CaseStatus status, CasePhase phase,
        String primaryWorker, Instant openedAt, @JsonIgnore Set<Part> parts, @JsonIgnore long version)
        implements
            DisclosedView,
            Versioned {}

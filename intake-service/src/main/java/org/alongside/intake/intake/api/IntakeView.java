package org.alongside.intake.intake.api;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.alongside.intake.intake.IntakeStatus;
import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** An intake. {@code worker} is the token subject of who opened it. */
public record IntakeView(UUID intakeId, UUID clientId, UUID homeAgency, IntakeStatus status, String worker,
        Instant openedAt, Instant endedAt, @JsonIgnore Set<Part> parts,
        @JsonIgnore long version) implements DisclosedView, Versioned {}

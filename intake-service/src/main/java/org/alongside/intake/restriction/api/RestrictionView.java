package org.alongside.intake.restriction.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A restriction.
 *
 * @param reasonCode   absent when the client was restricted in the registration
 * @param reason       shown to workers who are named
 * @param workers      token subjects of those who may see the client
 * @param closedGrants grants to whole agencies that were in force when it began, and open nothing while it lasts
 * @param restrictedBy token subject
 * @param liftedBy     token subject; absent while it is in force
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RestrictionView(UUID clientId, UUID homeAgency, RestrictionReason reasonCode, String reason,
        List<String> workers, List<UUID> closedGrants, String restrictedBy, Instant restrictedAt,
        String liftedBy, Instant liftedAt,
        @JsonIgnore Set<Part> parts, long version) implements DisclosedView, Versioned {}

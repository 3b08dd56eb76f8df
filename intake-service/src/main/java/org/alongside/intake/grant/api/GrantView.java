package org.alongside.intake.grant.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Which agency may or might see which parts, and why.
 *
 * @param categories need categories about which it opens assessments
 * @param consentId  behind it; absent for an emergency
 * @param worker     token subject of the one worker to whom it opens anything; absent for the whole agency
 * @param issuedAt   when it was made; may be later than {@code validFrom}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GrantView(UUID grantId, UUID clientId, UUID grantee, @JsonProperty("parts") List<String> sharedParts,
        List<String> categories, List<String> purposes, String basis, UUID basisId, UUID consentId, String worker,
        Instant issuedAt,
        Instant validFrom, Instant validUntil,
        Instant revokedAt, @JsonIgnore Set<Part> disclosedParts) implements DisclosedView {

    @Override
    @JsonIgnore
    public Set<Part> parts() {
        return disclosedParts;
    }
}

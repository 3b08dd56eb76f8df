package org.alongside.intake.consent.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.alongside.intake.consent.ConsentStatus;
import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.http.Versioned;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A consent with its state.
 *
 * @param sharedParts the parts it names; who may see this view is another matter
 * @param wordsAtEnd  what the client said when refusing it or taking it back, verbatim
 */
public record ConsentView(UUID consentId, UUID clientId, UUID homeAgency, ConsentStatus status, List<UUID> recipients,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<UUID, List<String>> recipientWorkers,
        @JsonProperty("parts") List<Part> sharedParts, List<String> categories, List<PurposeOfUse> purposes,
        Instant validFrom, Instant validUntil, GivenConsent given, Instant decidedAt, Instant endedAt,
        String wordsAtEnd,
        @JsonIgnore Set<Part> disclosedParts, @JsonIgnore long version) implements DisclosedView, Versioned {

    @Override
    @JsonIgnore
    public Set<Part> parts() {
        return disclosedParts;
    }
}

package org.alongside.intake.consent.api;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.alongside.kit.access.Part;
import org.alongside.kit.caller.PurposeOfUse;

/**
 * What the client is asked to agree to. Shape of IHE Privacy Consent on FHIR.
 *
 * @param recipients agencies that may see the parts
 * @param recipientWorkers by recipient, the token subjects of those to whom alone the consent opens anything; a whole agency where none
 *                         are named, which opens nothing of a restricted client
 * @param parts      shareable parts of the client's data
 * @param categories need categories that it is about: of assessments the recipients see only the needs in them and the answers behind
 *                   those, and referrals under it name only them
 * @param purposes   what the recipients may use the data for
 * @param validFrom  start; now when absent
 * @param validUntil end, mandatory: no consent is for ever
 */
public record ProposeConsent(@NotEmpty @Size(max = 20) Set<@NotNull UUID> recipients,
        @Size(max = 20) Map<@NotNull UUID, @NotEmpty @Size(max = 50) Set<@NotNull @Size(max = 200) @Pattern(regexp = "\\S+") String>> recipientWorkers,
        @NotEmpty Set<@NotNull Part> parts, @NotNull @Size(max = 40) Set<@NotNull @Size(max = 60) String> categories,
        @NotEmpty Set<@NotNull PurposeOfUse> purposes, Instant validFrom, @NotNull Instant validUntil) {

    public ProposeConsent {
        recipientWorkers = recipientWorkers == null ? Map.of() : recipientWorkers;
    }
}

package org.alongside.intake.consenttext;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a consent text is about.
 *
 * @param parts      codes, in the order in which they are told
 * @param categories codes of need categories
 * @param purposes   codes of purposes of use
 */
public record ConsentTerms(UUID homeAgency, List<UUID> recipients, List<String> parts, List<String> categories,
        List<String> purposes, Instant validFrom, Instant validUntil) {}

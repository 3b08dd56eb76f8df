package org.alongside.referral.openreferral.api;

import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.Part;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An open referral with what only the client's home agency knows of it.
 *
 * @param sharedParts parts of the client's data that go to whoever is to help
 * @param message     to whoever is to help
 * @param openedBy    token subject
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnOpenReferral(OpenReferralView openReferral, UUID needId, Set<Part> sharedParts, String message,
        String openedBy) {}

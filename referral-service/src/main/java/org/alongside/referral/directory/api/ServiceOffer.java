package org.alongside.referral.directory.api;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * What a referral or a match needs to know of a service.
 *
 * @param agencyId      the agency on this suite that offers it; null when the organization is not on the suite
 * @param minimumAge    years; null for no limit
 * @param maximumAge    years, included; null for no limit
 * @param openPlaces    places that are free now; null for no limit
 * @param responseHours hours within which a referral is answered; null for no promise
 */
public record ServiceOffer(UUID serviceId, String serviceName, boolean active, UUID organizationId,
        String organizationName,
        UUID agencyId, BigDecimal minimumAge, BigDecimal maximumAge, Integer openPlaces, Integer responseHours) {}

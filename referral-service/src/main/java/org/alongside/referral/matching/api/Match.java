package org.alongside.referral.matching.api;

import java.util.List;
import java.util.UUID;

/**
 * A service that may help.
 *
 * @param eligible      {@code yes}, or {@code unknown}: ask
 * @param agencyId      where a referral goes; absent when the organization is not on this suite
 * @param openPlaces    places that are free now; absent when there is no limit
 * @param responseHours hours within which a referral is answered; absent when none are promised
 * @param factors       why it is here and at this place
 */
public record Match(UUID serviceId, String serviceName, UUID organizationId, String organizationName, UUID agencyId,
        String eligible, Integer openPlaces, Integer responseHours, List<Factor> factors) {}

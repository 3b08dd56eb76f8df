package org.alongside.referral.matching.api;

import java.util.List;
import java.util.UUID;

import org.alongside.referral.eligibility.Answer;
import org.alongside.referral.eligibility.api.Check;

/**
 * A service that may help.
 *
 * @param agencyId      where a referral goes; absent when the organization is not on this suite
 * @param score         the points of all factors in percent of the most they could give
 * @param eligible      {@code yes}, or {@code unknown}: ask for what the checks name
 * @param openPlaces    places that are free now; absent when there is no limit
 * @param responseHours hours within which a referral is answered; absent when none are promised
 * @param distanceKm    to the nearest place of the service, as the crow flies; absent when not asked for or not known
 * @param checks        what came of each of its rules
 * @param factors       why it is here and at this place
 */
public record Match(UUID serviceId, String serviceName, UUID organizationId, String organizationName, UUID agencyId,
        int score, Answer eligible, Integer openPlaces, Integer responseHours, Double distanceKm, List<Check> checks,
        List<Factor> factors) {}

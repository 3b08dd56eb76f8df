package org.alongside.referral.matching;

import java.util.Comparator;
import java.util.List;

import org.alongside.referral.eligibility.Answer;
import org.alongside.referral.eligibility.api.Check;
import org.alongside.referral.matching.api.Factor;
import org.alongside.referral.matching.api.Match;

/**
 * A service that was found, and what speaks for it.
 *
 * @param distanceKm null when not asked for or not known
 */
record Candidate(FinderRow service, Answer eligible, List<Check> checks, Double distanceKm, List<Factor> factors) {

    /** The last two settle what is equal otherwise, so that the order is always the same. */
    static final Comparator<Candidate> BEST_FIRST = Comparator.comparing(Candidate::score).reversed()
            .thenComparing(candidate -> candidate.service.serviceName())
            .thenComparing(candidate -> candidate.service.serviceId().toString());

    /** Percent of the points there could be. */
    int score() {
        int most = factors.stream().mapToInt(Factor::of).sum();
        return Math.round(100f * factors.stream().mapToInt(Factor::points).sum() / most);
    }

    Match match() {
        return new Match(service.serviceId(), service.serviceName(), service.organizationId(),
                service.organizationName(), service.agencyId(), score(), eligible, service.openPlaces(),
                service.responseHours(), distanceKm == null ? null : Math.round(distanceKm * 10) / 10.0, checks,
                factors);
    }
}

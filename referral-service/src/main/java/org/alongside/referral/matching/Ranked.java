package org.alongside.referral.matching;

import java.util.Comparator;
import java.util.List;

import org.alongside.referral.matching.api.Factor;
import org.alongside.referral.matching.api.Match;

/** A service with what speaks for it. */
record Ranked(Candidate candidate, List<Factor> factors) {

    /** The last two settle what is equal otherwise, so that the order is always the same. */
    static final Comparator<Ranked> BEST_FIRST = Comparator.comparing(Ranked::score).reversed()
            .thenComparing(ranked -> ranked.candidate.service().serviceName())
            .thenComparing(ranked -> ranked.candidate.service().serviceId().toString());

    /** Percent of the points there could be. */
    int score() {
        int most = factors.stream().mapToInt(Factor::of).sum();
        return Math.round(100f * factors.stream().mapToInt(Factor::points).sum() / most);
    }

    Match match() {
        FinderRow service = candidate.service();
        Double kilometres = candidate.distanceKm();
        return new Match(service.serviceId(), service.serviceName(), service.organizationId(),
                service.organizationName(), service.agencyId(), score(), candidate.eligible(), service.openPlaces(),
                service.responseHours(), kilometres == null ? null : Math.round(kilometres * 10) / 10.0,
                candidate.checks(), factors);
    }
}

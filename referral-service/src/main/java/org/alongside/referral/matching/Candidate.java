package org.alongside.referral.matching;

import java.util.List;

import org.alongside.referral.eligibility.Answer;
import org.alongside.referral.eligibility.api.Check;
import org.alongside.referral.opening.Opening;
import org.alongside.referral.verification.Standing;

/**
 * A service that was found by its keys, and what else is known of it.
 *
 * @param distanceKm null when not asked for or not known
 * @param opening    null when not asked for
 * @param standing   whether its entry can be relied on
 */
record Candidate(FinderRow service, Answer eligible, List<Check> checks, Double distanceKm, Opening opening,
        Standing standing) {}

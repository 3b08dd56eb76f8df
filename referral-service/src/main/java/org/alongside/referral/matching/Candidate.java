package org.alongside.referral.matching;

import java.util.List;

import org.alongside.referral.eligibility.Answer;
import org.alongside.referral.eligibility.api.Check;
import org.alongside.referral.opening.Opening;

/**
 * A service that was found by its keys, and what else is known of it.
 *
 * @param distanceKm null when not asked for or not known
 * @param opening    null when not asked for
 */
record Candidate(FinderRow service, Answer eligible, List<Check> checks, Double distanceKm, Opening opening) {}

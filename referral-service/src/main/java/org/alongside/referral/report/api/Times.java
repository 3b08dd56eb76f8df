package org.alongside.referral.report.api;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How long it took, in minutes, rounded up; nearest rank, so each is the time of a referral.
 *
 * @param median       absent for fewer than 5 referrals
 * @param ninetiethPercentile absent for fewer than 10 referrals
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Times(Long median, Long ninetiethPercentile) {}

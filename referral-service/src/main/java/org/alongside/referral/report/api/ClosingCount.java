package org.alongside.referral.report.api;

import org.alongside.kit.figures.Count;
import org.alongside.referral.referral.ClientResult;
import org.alongside.referral.referral.ProviderResult;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How many accepted referrals came to this, as each side says.
 *
 * @param serviceGiven in the provider's view; absent as long as it has not said
 * @param needMet      in the client's view; absent as long as nothing was recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClosingCount(ProviderResult serviceGiven, ClientResult needMet, Count referrals) {}

package org.alongside.referral.report.api;

import org.alongside.kit.figures.Count;

/**
 * How far referrals came at any time until the report; each stage is within the one before.
 *
 * @param sent     of the period; what was entered in error is not counted at all
 * @param answered accepted, declined or put on the waiting list by the recipient
 * @param accepted by the recipient
 * @param served   the recipient says that the service was given, or partly
 * @param needMet  and the client says that the need was met
 */
public record Funnel(Count sent, Count answered, Count accepted, Count served, Count needMet) {}

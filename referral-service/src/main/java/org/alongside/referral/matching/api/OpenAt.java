package org.alongside.referral.matching.api;

import java.time.Instant;

/**
 * When a service has to be open.
 *
 * @param at now when absent
 */
public record OpenAt(Instant at) {}

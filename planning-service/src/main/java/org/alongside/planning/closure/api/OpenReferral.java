package org.alongside.planning.closure.api;

import java.util.UUID;

/** A referral that has no end yet. */
public record OpenReferral(UUID referralId, String category, String status) {}

package org.alongside.referral.consent;

import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.Part;

/** What a referral would share: whose data, with which agency, which parts, for which need. */
public record Sharing(UUID clientId, UUID recipient, Set<Part> parts, String category) {}

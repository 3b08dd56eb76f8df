package org.alongside.kit.grant;

import java.util.UUID;

/**
 * The copy of the grants in this service has a grant anew or changed. Observed, in the same transaction, by whoever tells others what
 * they may see.
 *
 * @param basis   what it rests on: {@code consent}, {@code referral}, {@code emergency}
 * @param basisId id of that
 */
public record GrantTold(UUID grantee, String basis, UUID basisId, boolean revoked) {}

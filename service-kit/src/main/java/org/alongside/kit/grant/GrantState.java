package org.alongside.kit.grant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A grant as the events of intake-service carry it: always whole, so that the last one received is the present state.
 *
 * @param categories need categories about which it opens assessments; absent in events from before there were any
 * @param consentId  absent for an emergency
 * @param worker     token subject of the one worker to whom it opens anything; absent for the whole agency
 */
record GrantState(UUID grantId, UUID clientId, UUID homeAgency, UUID grantee, List<String> parts,
        List<String> categories, List<String> purposes, String basis, UUID basisId, UUID consentId, String worker,
        Instant validFrom,
        Instant validUntil, Instant revokedAt,
        long version) {}

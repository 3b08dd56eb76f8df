package org.alongside.referral.report;

import java.time.Instant;
import java.util.UUID;

/**
 * What an event of a referral told, in codes, without the client.
 *
 * @param version   of the referral, as the event left it
 * @param verb      last part of the event's type, for example {@code moved}
 * @param reason    null when there is none, as what each side said came of it
 * @param respondBy until when an answer is promised; null without a promise
 */
public record ReportedEvent(UUID referralId, long version, String verb, UUID sender, UUID recipient, String category,
        String status, String reason, String providerResult, String clientResult, Instant respondBy) {}

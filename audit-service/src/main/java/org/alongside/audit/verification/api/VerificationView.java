package org.alongside.audit.verification.api;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What somebody reported of a verification outside. The service cannot tell whether they looked.
 *
 * @param size           entries read
 * @param checkpointSize entries under the newest checkpoint that was right; absent when none was, or it is none of this log
 * @param findings       how many
 * @param findingKind    of the first finding, for example {@code entry}
 * @param findingEntry   number of the entry that it names; absent when it names none
 * @param finishedAt     by the clock of whoever verified
 * @param verifier       program that verified
 * @param reportedBy     subject of the token
 * @param byAuditor      whether that was an auditor, and not the one who runs the suite
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerificationView(UUID id, VerificationVerdict verdict, long size, Long checkpointSize, long findings,
        String findingKind, Long findingEntry, Instant finishedAt, String verifier, String reportedBy,
        boolean byAuditor, Instant reportedAt) {}

package org.alongside.audit.receipt.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Where an access stands in the log, for whoever holds its id. Says nothing of who accessed what.
 *
 * @param accessId the {@code Alongside-Access-Id} asked about
 * @param status what the log knows of it
 * @param entries its entries, in the order of the log; none when it has not arrived
 * @param logSize entries in the log when this was answered: all of index 0 to {@code logSize - 1} were looked at
 * @param answeredAt time of the answer
 * @param issuedAt when a service of the suite gave the id out, as the id itself tells; absent when it is not of their kind (UUID version
 *     7)
 * @param checkpoint signed note that the proofs of the entries lead to, C2SP tlog-checkpoint; absent unless sealed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReceiptView(UUID accessId, ReceiptStatus status, List<Entry> entries, long logSize, Instant answeredAt,
        Instant issuedAt, String checkpoint) {

    /**
     * An entry by its place and its hash.
     *
     * @param entryIndex place in the log
     * @param sealedAt when it was appended
     * @param leafHash SHA-256(0x00 ‖ entry bytes) in hexadecimal
     * @param path inclusion proof under the checkpoint, RFC 6962 §2.1.1: 32 bytes each, base64; absent unless sealed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(long entryIndex, Instant sealedAt, String leafHash, List<byte[]> path) {}
}

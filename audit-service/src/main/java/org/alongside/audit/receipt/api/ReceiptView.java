package org.alongside.audit.receipt.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Where an access stands in the log, for whoever holds its id. Says nothing of who accessed what.
 *
 * @param accessId the {@code Alongside-Access-Id} asked about
 * @param inLog whether it has arrived
 * @param entries its entries, in the order of the log; none when it has not arrived
 * @param logSize entries in the log when this was answered: all of index 0 to {@code logSize - 1} were looked at
 * @param answeredAt time of the answer
 * @param issuedAt when a service of the suite gave the id out, as the id itself tells; absent when it is not of their kind (UUID version
 *     7)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReceiptView(UUID accessId, boolean inLog, List<Entry> entries, long logSize, Instant answeredAt,
        Instant issuedAt) {

    /**
     * An entry by its place and its hash.
     *
     * @param entryIndex place in the log
     * @param sealedAt when it was appended
     * @param leafHash SHA-256(0x00 ‖ entry bytes) in hexadecimal
     */
    public record Entry(long entryIndex, Instant sealedAt, String leafHash) {}
}

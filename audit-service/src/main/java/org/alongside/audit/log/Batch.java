package org.alongside.audit.log;

import java.util.List;

import org.alongside.kit.inbox.Reason;
import org.alongside.kit.inbox.Received;

/**
 * What came from Kafka at once.
 *
 * @param arrivals access events, in the order in which they came
 * @param refused everything else
 */
record Batch(List<Arrival> arrivals, List<Refused> refused) {

    /** @param detail why, without a value of the record */
    record Refused(Received received, Reason reason, String detail) {}
}

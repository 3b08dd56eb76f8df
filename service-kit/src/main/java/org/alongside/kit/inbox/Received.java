package org.alongside.kit.inbox;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventHeaders;
import org.alongside.kit.event.InvalidEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record from Kafka and what could be read of it.
 *
 * @param event null when the headers cannot be read
 * @param fault why not; null otherwise
 */
public record Received(ConsumerRecord<String, byte[]> record, Event event, String fault) {

    public static Received of(ConsumerRecord<String, byte[]> record) {
        try {
            return new Received(record, EventHeaders.read(record), null);
        } catch (InvalidEvent e) {
            return new Received(record, null, e.getMessage());
        }
    }
}

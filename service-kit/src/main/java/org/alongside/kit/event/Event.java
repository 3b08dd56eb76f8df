package org.alongside.kit.event;

import java.time.Instant;
import java.util.UUID;

/**
 * A fact that one service tells the others, as it travels on Kafka.
 *
 * @param id of the event; the same however often it is sent
 * @param source {@code /alongside/<service>}
 * @param type {@code org.alongside.<service>.<noun>.<verb>.v1}; names the JSON Schema of the payload
 * @param topic Kafka topic
 * @param key Kafka key; events of one key keep their order
 * @param subject id of the aggregate or record the event is about
 * @param time when the fact was recorded, UTC
 * @param payload UTF-8 JSON of ids and codes, never personal data; equality of events does not compare its bytes
 * @param traceparent W3C trace context of the work that caused the event; null when it was not traced
 * @param sequence position within source and topic, from 1 and without gap; 0 in a {@linkplain #isSignal() signal}
 * @param epoch raised when the source is restored from a backup; a sequence counts within its epoch
 * @param aggregateVersion position within topic and key, from 1 and without gap; 0 in a signal
 * @param snapshot true when the payload is the whole present state, so that nothing before it is needed
 */
public record Event(UUID id, String source, String type, String topic, String key, String subject, Instant time,
        byte[] payload, String traceparent, long sequence, int epoch, long aggregateVersion, boolean snapshot) {

    /** True for news of the moment, such as a heartbeat: not numbered, never stored and never sent again. */
    public boolean isSignal() {
        return sequence == 0;
    }
}

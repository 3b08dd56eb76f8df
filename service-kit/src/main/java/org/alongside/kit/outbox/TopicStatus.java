package org.alongside.kit.outbox;

/**
 * How far a topic of this service is.
 *
 * @param epoch present epoch
 * @param lastSequence last sequence given in it
 * @param pending numbered events that Kafka has not acknowledged
 */
public record TopicStatus(String topic, int epoch, long lastSequence, long pending) {

    static TopicStatus of(Object[] columns) {
        return new TopicStatus((String) columns[0], ((Number) columns[1]).intValue(), ((Number) columns[2]).longValue(),
                ((Number) columns[3]).longValue());
    }
}

package org.alongside.kit.outbox;

import java.time.Instant;
import java.util.Map;

/**
 * How far the outbox was when nothing was left in it.
 *
 * @param asOf every event committed before this instant, by this machine's clock, has been acknowledged by Kafka; it was taken
 *        before the outbox was read
 * @param positions the last event of each topic that ever had one
 */
public record Drained(Instant asOf, Map<String, Position> positions) {

    private static final Position NOTHING = new Position(1, 0);

    /**
     * The last event of a topic; Kafka has acknowledged it and all before it.
     *
     * @param sequence 0 when there was none
     */
    public record Position(int epoch, long sequence) {}

    public Position position(String topic) {
        return positions.getOrDefault(topic, NOTHING);
    }
}

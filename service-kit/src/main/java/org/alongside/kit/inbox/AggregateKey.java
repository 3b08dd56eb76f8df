package org.alongside.kit.inbox;

import org.alongside.kit.event.Event;

/** What keeps its order: the events of one key of one topic. */
record AggregateKey(String topic, String key) implements Comparable<AggregateKey> {

    static AggregateKey of(Event event) {
        return new AggregateKey(event.topic(), event.key());
    }

    @Override
    public int compareTo(AggregateKey other) {
        int byTopic = topic.compareTo(other.topic);
        return byTopic != 0 ? byTopic : key.compareTo(other.key);
    }
}

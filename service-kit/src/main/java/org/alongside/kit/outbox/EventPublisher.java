package org.alongside.kit.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventHeaders;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import io.smallrye.common.annotation.Identifier;

/** Sends events to Kafka in order and waits, for a bounded time, until the brokers have them. */
@Dependent
class EventPublisher {

    private static final int BATCH_BYTES = 256 * 1024;

    private final Map<String, Object> settings;
    private KafkaProducer<String, byte[]> producer;

    /**
     * @param kafka the {@code kafka.*} properties
     */
    EventPublisher(@Identifier("default-kafka-broker") Map<String, Object> kafka, OutboxConfig config) {
        this.settings = settings(kafka, config.sendTimeout());
    }

    /**
     * @param acknowledged the events that Kafka has, in the order given: per topic a prefix of what was to be sent
     * @param failure why not all; null when all
     */
    record Outcome(List<Event> acknowledged, Exception failure) {}

    /**
     * Of a topic nothing is acknowledged behind an event that failed. After any failure, thrown or told, the producer is closed,
     * which drops what is still in its buffers: a later event must not arrive after its predecessor was given up.
     */
    Outcome send(List<Event> events) throws InterruptedException {
        boolean complete = false;
        try {
            Outcome outcome = await(hand(events));
            complete = outcome.failure() == null;
            return outcome;
        } finally {
            if (!complete) {
                close();
            }
        }
    }

    private List<Sent> hand(List<Event> events) {
        List<Sent> sent = new ArrayList<>(events.size());
        Set<String> failed = new HashSet<>();
        for (Event event : events) {
            if (!failed.contains(event.topic())) {
                Future<RecordMetadata> future = producer().send(EventHeaders.write(event));
                sent.add(new Sent(event, future));
                if (failedAtOnce(future)) {
                    // Each further send would wait for the topic's metadata again.
                    failed.add(event.topic());
                }
            }
        }
        return sent;
    }

    private static Outcome await(List<Sent> sent) throws InterruptedException {
        List<Event> acknowledged = new ArrayList<>(sent.size());
        Map<String, Exception> failed = new HashMap<>();
        for (Sent each : sent) {
            Exception failure = each.failure();
            if (failure != null) {
                failed.putIfAbsent(each.event().topic(), failure);
            } else if (!failed.containsKey(each.event().topic())) {
                acknowledged.add(each.event());
            }
        }
        return new Outcome(acknowledged, failed.values().stream().findFirst().orElse(null));
    }

    private static boolean failedAtOnce(Future<RecordMetadata> future) {
        if (!future.isDone()) {
            return false;
        }
        try {
            future.get();
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @PreDestroy
    void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    private static Map<String, Object> settings(Map<String, Object> kafka, Duration timeout) {
        int millis = Math.toIntExact(timeout.toMillis());
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) millis / 2);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500L);
        return settings;
    }

    private record Sent(Event event, Future<RecordMetadata> future) {

        Exception failure() throws InterruptedException {
            try {
                future.get();
                return null;
            } catch (ExecutionException e) {
                return e.getCause() instanceof Exception cause ? cause : e;
            }
        }
    }
}

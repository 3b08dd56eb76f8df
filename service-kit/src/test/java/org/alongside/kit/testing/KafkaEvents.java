package org.alongside.kit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventHeaders;
import org.alongside.local.TestStack;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Tells the service under test what other services would tell it, over the real Kafka: events numbered as their relays would, and
 * the heartbeat of the grants. Of one key all events go through one object, which counts the versions.
 */
public final class KafkaEvents implements AutoCloseable {

    public static final String GRANTS = "intake.grant.v1";

    private static final String HEARTBEAT = "org.alongside.intake.grant.heartbeat.v1";
    private static final long EVERY_MS = 300;

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestStack.kafka().bootstrapServers()), new StringSerializer(),
            new ByteArraySerializer());
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Long> versions = new ConcurrentHashMap<>();
    private final Map<String, Long> sequences = new ConcurrentHashMap<>();
    private ScheduledExecutorService beating;

    /** Sends the next event of a key and waits until Kafka has it. */
    public void tell(String topic, UUID key, String type, Map<String, ?> payload) {
        send(topic, type, key, bytes(payload));
    }

    /**
     * @param type {@code org.alongside.<service>.<noun>.<verb>.v1}; gives topic and source as well
     * @param payload JSON
     * @return the event, for sending it {@linkplain #send(Event) again}
     */
    public Event send(String type, UUID aggregate, String payload) {
        String[] parts = type.split("\\.");
        return send(parts[2] + "." + parts[3] + ".v1", type, aggregate, payload.getBytes(UTF_8));
    }

    /** Returns when Kafka has it. */
    public void send(Event event) {
        try {
            producer.send(EventHeaders.write(event)).get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("Kafka did not take " + event.type(), failure);
        }
    }

    /** Says once that the grants told so far are complete up to a time. */
    public synchronized void grantsCompleteUpTo(Instant asOf) {
        send(new Event(UUID.randomUUID(), source(HEARTBEAT), HEARTBEAT, GRANTS, "heartbeat",
                UUID.randomUUID().toString(),
                Instant.now(),
                bytes(Map.of("asOf", asOf.toString(), "epoch", 1, "lastSequence", sequences.getOrDefault(GRANTS, 0L))),
                null, 0, 1, 0, false));
    }

    /** Keeps the grants fresh until {@link #stopBeating}. */
    public synchronized void beat() {
        if (beating == null) {
            beating = Executors.newSingleThreadScheduledExecutor();
            beating.scheduleAtFixedRate(() -> grantsCompleteUpTo(Instant.now()), 0, EVERY_MS, TimeUnit.MILLISECONDS);
        }
    }

    public synchronized void stopBeating() {
        if (beating != null) {
            beating.shutdownNow();
            beating = null;
        }
    }

    @Override
    public void close() {
        stopBeating();
        producer.close();
    }

    private synchronized Event send(String topic, String type, UUID aggregate, byte[] payload) {
        long sequence = sequences.merge(topic, 1L, Long::sum);
        long version = versions.merge(topic + "/" + aggregate, 1L, Long::sum);
        Event event = new Event(UUID.randomUUID(), source(type), type, topic, aggregate.toString(),
                aggregate.toString(),
                Instant.now(), payload, null, sequence, 1, version, false);
        send(event);
        return event;
    }

    private static String source(String type) {
        return "/alongside/" + type.split("\\.")[2];
    }

    private byte[] bytes(Map<String, ?> payload) {
        try {
            return json.writeValueAsString(payload).getBytes(UTF_8);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(failure);
        }
    }
}

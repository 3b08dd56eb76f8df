package org.alongside.kit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventHeaders;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Tells the service under test events of other services over the real Kafka, numbered as their relays would. Of one key all
 * events go through one object, which counts the versions.
 */
public final class KafkaEvents {

    private final Map<String, Long> versions = new HashMap<>();

    /**
     * @param type {@code org.alongside.<service>.<noun>.<verb>.v1}; gives topic and source as well
     * @param payload JSON
     * @return the event, for sending it {@linkplain #send(Event) again}
     */
    public Event send(String type, UUID aggregate, String payload) {
        String[] parts = type.split("\\.");
        String topic = parts[2] + "." + parts[3] + ".v1";
        long version = versions.merge(topic + aggregate, 1L, Long::sum);
        Event event = new Event(UUID.randomUUID(), "/alongside/" + parts[2], type, topic, aggregate.toString(),
                aggregate.toString(), Instant.now(), payload.getBytes(UTF_8), null, version, 1, version, false);
        send(event);
        return event;
    }

    /** Returns when Kafka has it. */
    public void send(Event event) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers",
                        ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class)),
                new StringSerializer(), new ByteArraySerializer())) {
            producer.send(EventHeaders.write(event)).get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException("Kafka did not take " + event.type(), failure);
        }
    }
}

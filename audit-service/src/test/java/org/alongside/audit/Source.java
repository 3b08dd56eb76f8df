package org.alongside.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.alongside.kit.access.AccessEvent;
import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventHeaders;
import org.alongside.kit.testing.Database;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A service of its own name that sends access events over Kafka, as the outboxes of the suite do. */
public final class Source {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database = new Database("audit");
    private final String service = "test-" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    private final int epoch;

    public Source() {
        this(1);
    }

    public Source(int epoch) {
        this.epoch = epoch;
    }

    /** As it stands in the log. */
    public String name() {
        return "/alongside/" + service;
    }

    public String service() {
        return service;
    }

    /** An allowed read by a worker; {@code members} replace or add to what it says. */
    public byte[] payload(Map<String, ?> members) {
        Map<String, Object> all = new HashMap<>(Map.of("id", UUID.randomUUID(), "at", Instant.now().toString(),
                "access",
                UUID.randomUUID(), "service", service, "op", "client.read", "action", "R", "kind", "worker", "actor",
                UUID.randomUUID().toString()));
        all.putAll(Map.of("purpose", "TREAT", "basis", "home-agency", "outcome", "allowed"));
        all.putAll(members);
        try {
            return JSON.writeValueAsBytes(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public Event event(long sequence) {
        return event(sequence, payload(Map.of()));
    }

    public Event event(long sequence, byte[] payload) {
        return new Event(UUID.randomUUID(), name(), AccessEvent.TYPE, AccessEvent.TOPIC, service,
                UUID.randomUUID().toString(), Instant.now(), payload, null, sequence, epoch, sequence, false);
    }

    public void send(Event... events) {
        Arrays.stream(events).map(EventHeaders::write).forEach(Source::send);
    }

    public void send(long... sequences) {
        Arrays.stream(sequences).mapToObj(this::event).forEach(this::send);
    }

    /** Many, in their order. Returns when Kafka has them. */
    public static void sendAll(List<Event> events) {
        String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(Map.of("bootstrap.servers", servers),
                new StringSerializer(), new ByteArraySerializer())) {
            events.forEach(event -> producer.send(EventHeaders.write(event)));
        }
    }

    /** Returns when Kafka has it. */
    public static RecordMetadata send(ProducerRecord<String, byte[]> record) {
        String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(Map.of("bootstrap.servers", servers),
                new StringSerializer(), new ByteArraySerializer())) {
            return producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sequences in the order of the log, as soon as there are that many. */
    public List<String> logged(int count) {
        Eventually.until(() -> sequences().size() >= count);
        return sequences();
    }

    private List<String> sequences() {
        return database.strings("select sequence from log_entry where source = ? order by entry_index", name());
    }
}

package org.alongside.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {

    private static final String TOPIC = "intake.grant.v1";

    @TempDir
    static Path directory;
    private static LocalKafka kafka;

    @BeforeAll
    static void start() {
        kafka = new LocalKafka(Checkout.fromSystemProperty(), new Home(directory), Ports.free(), Ports.free());
        kafka.start();
        kafka.createTopics(Topics.all());
        kafka.createTopics(Topics.all());
    }

    @AfterAll
    static void stop() {
        kafka.stop();
        assertFalse(kafka.running());
    }

    @Test
    void keepsWhatItAcknowledgedOverAnOrderlyStopAndAKill() throws Exception {
        send("first");
        kafka.stop();
        kafka.start();
        send("second");
        kafka.kill();
        assertFalse(kafka.running());
        kafka.start();
        assertEquals(List.of("first", "second"), read(2));
    }

    @Test
    void aPausedBrokerDoesNotAnswerUntilItResumes() throws Exception {
        kafka.pause();
        assertTrue(kafka.running());
        assertFalse(kafka.ready());
        kafka.resume();
        kafka.start();
        assertTrue(kafka.ready());
    }

    @Test
    void makesNoTopicOnItsOwn() {
        assertThrows(ExecutionException.class, () -> send("not.of.the.suite", "value"));
    }

    private static void send(String value) throws Exception {
        send(TOPIC, value);
    }

    private static void send(String topic, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "max.block.ms", 2000), new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get(10, TimeUnit.SECONDS);
        }
    }

    private static List<String> read(int count) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
            long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
            while (values.size() < count && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(row -> values.add(row.value()));
            }
        }
        return values;
    }
}

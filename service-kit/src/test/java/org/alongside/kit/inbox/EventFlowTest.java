package org.alongside.kit.inbox;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventHeaders;
import org.alongside.kit.outbox.EventReplay;
import org.alongside.kit.testing.Heartbeat;
import org.alongside.kit.testing.ThingHandler;
import org.alongside.kit.testing.Things;
import org.alongside.kit.testing.TopicReader;
import org.alongside.local.TestStack;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** From append to effect, over the real PostgreSQL and Kafka, with each of them failing. */
@QuarkusTest
@TestProfile(EventFlowTest.Running.class)
class EventFlowTest {

    /** Relay and inbox run; the group is new, and starts at the topic's end of earlier tests by the empty database. */
    public static class Running implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("alongside.outbox.relay", "true", "quarkus.otel.sdk.disabled", "false",
                    "mp.messaging.incoming.inbox.enabled", "true",
                    "mp.messaging.incoming.inbox.topics", Things.TOPIC);
        }
    }

    @Inject
    Things things;
    @Inject
    ThingHandler handler;
    @Inject
    Heartbeat heartbeat;
    @Inject
    Inbox inbox;
    @Inject
    InboxTarget target;
    @Inject
    EventReplay replay;
    @Inject
    OpenTelemetry telemetry;
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    private final String key = "key-" + UUID.randomUUID();

    @Test
    void everyEventHasItsEffectOnceAndInOrder() throws Exception {
        things.change(key, 1, 2);
        things.change(key, 3);

        awaitApplied(key, 1, 2, 3);
    }

    @Test
    void anEventSentTwiceHasItsEffectOnce() throws Exception {
        things.change(key, 1, 2);
        awaitApplied(key, 1, 2);

        long last = things.numbers("select last_sequence from outbox_topic where topic = '" + Things.TOPIC + "'")
                .get(0);
        replay.replay(Things.TOPIC, last - 1, last);
        things.change(key, 3);

        awaitApplied(key, 1, 2, 3);
    }

    @Test
    void theTraceGoesOnInTheHandler() throws Exception {
        Span span = telemetry.getTracer("test").spanBuilder("cause").startSpan();
        Context.current().with(span).wrap(() -> things.change(key, 1)).run();
        span.end();

        awaitApplied(key, 1);
        assertEquals(List.of(span.getSpanContext().getTraceId()),
                things.texts("select trace_id from thing_applied where key = '" + key + "'"));
    }

    @Test
    void aPoisonEventHoldsUpItsKeyOnlyUntilItIsReplayed() throws Exception {
        String other = "other-" + key;
        handler.breakOn(6600);
        things.change(key, 1, 6600, 3);
        things.change(other, 1, 2);
        things.change(key, 4);

        awaitApplied(other, 1, 2);
        awaitDeadLetters(key, "handler", "behind", "behind");
        awaitApplied(key, 1);
        String parked = deadLetters(key).get(0);
        Things.await("the event that tells of it", () -> events("kit.dead-letter.v1").stream()
                .anyMatch(event -> new String(event.payload(), UTF_8).contains(parked)));

        assertEquals(new Inbox.Replayed(0, 1), inbox.replayDeadLetters(Things.TOPIC, key));
        handler.repair(6600);
        assertEquals(new Inbox.Replayed(3, 0), inbox.replayDeadLetters(Things.TOPIC, key));
        things.change(key, 5);

        awaitApplied(key, 1, 6600, 3, 4, 5);
    }

    @Test
    void replayingEverythingPassesOverTheKeysThatStillFail() throws Exception {
        String other = "other-" + key;
        handler.breakOn(7700);
        handler.breakOn(7701);
        things.change(key, 7700, 1);
        things.change(other, 7701, 1);
        awaitDeadLetters(key, "handler", "behind");
        awaitDeadLetters(other, "handler", "behind");

        handler.repair(7701);
        inbox.replayDeadLetters();

        awaitApplied(other, 7701, 1);
        awaitDeadLetters(key, "handler", "behind");
        handler.repair(7700);
        inbox.replayDeadLetters();
        awaitApplied(key, 7700, 1);
    }

    @Test
    void aPayloadThatDoesNotMatchItsSchemaIsADeadLetter() throws Exception {
        send(event(key, 1, "{\"n\":\"one\"}", false));
        send(event(key, 2, "{\"n\":2}", false));

        awaitDeadLetters(key, "schema", "behind");
        assertEquals(List.of(), things.applied(key));
    }

    @Test
    void aGapHoldsUpTheKeyAndHealsWhenWhatIsMissingArrives() throws Exception {
        Event first = event(key, 1, "{\"n\":1}", false);
        Event second = event(key, 2, "{\"n\":2}", false);
        send(first);
        send(event(key, 3, "{\"n\":3}", false));
        send(event(key, 4, "{\"n\":4}", false));
        awaitDeadLetters(key, "gap", "behind");
        awaitApplied(key, 1);

        send(first);
        send(second);

        awaitApplied(key, 1, 2, 3, 4);
        awaitDeadLetters(key);
    }

    @Test
    void aGapIsHealedByALaterRecordOfTheSameBatch() throws Exception {
        target.apply(Stream.of(1, 3, 2).map(n -> received(event(key, n, "{\"n\":" + n + "}", false))).toList());

        awaitApplied(key, 1, 2, 3);
        awaitDeadLetters(key);
    }

    @Test
    void aNewConsumerStartsWithASnapshot() throws Exception {
        send(event(key, 5, "{\"n\":5}", false));
        send(event(key, 6, "{\"n\":6}", false));
        awaitDeadLetters(key, "gap", "behind");

        send(event(key, 7, "{\"n\":7}", true));
        send(event(key, 8, "{\"n\":8}", false));

        awaitApplied(key, 7, 8);
        awaitDeadLetters(key);
    }

    @Test
    void aRecordThatIsNoEventHoldsUpNothing() throws Exception {
        ProducerRecord<String, byte[]> record = EventHeaders.write(event(key, 1, "{\"n\":1}", false));
        record.headers().remove("ce_id");
        send(record);
        send(event(key, 1, "{\"n\":1}", false));

        awaitApplied(key, 1);
        assertEquals(List.of("unreadable"), things.texts("select state from dead_letter where key = '" + key + "'"));
        assertEquals(List.of("Attribute ce_id is missing"),
                things.texts("select detail from dead_letter where key = '" + key + "'"));
    }

    @Test
    void aRecordThatIsNoEventIsParkedWhenApplyingItFailed() throws Exception {
        ProducerRecord<String, byte[]> record = EventHeaders.write(event(key, 1, "{\"n\":1}", false));
        record.headers().remove("ce_id");

        target.park(received(record), "java.lang.IllegalStateException");

        assertEquals(List.of("unreadable"), things.texts("select state from dead_letter where key = '" + key + "'"));
    }

    @Test
    void typesNobodyHandlesKeepTheirPlaceInTheVersions() throws Exception {
        Event unknown = new Event(UUID.randomUUID(), "/alongside/other", "org.alongside.other.thing.moved.v1",
                Things.TOPIC,
                key, key, Instant.now(), "{}".getBytes(UTF_8), null, 1, 1, 1, false);
        send(unknown);
        send(event(key, 2, "{\"n\":2}", false));

        awaitApplied(key, 2);
    }

    @Test
    void aSignalFollowsTheDrain() throws Exception {
        Instant before = Instant.now();
        heartbeat.beat(true);
        Things.await("a heartbeat", () -> heartbeat.heard().isAfter(before));
        heartbeat.beat(false);

        assertEquals(List.of(), things.texts("select id::text from outbox where key = 'heartbeat'"));
    }

    @Test
    void anInvalidSignalIsDropped() throws Exception {
        Event beat = new Event(UUID.randomUUID(), "/alongside/other", Things.HEARTBEAT, Things.TOPIC, key, key,
                Instant.now(), "{\"asOf\":7}".getBytes(UTF_8), null, 0, 1, 0, false);
        send(beat);
        send(event(key, 1, "{\"n\":1}", false));

        awaitApplied(key, 1);
        assertEquals(List.of(), deadLetters(key));
    }

    @Test
    void theRelayOutlivesAnError() throws Exception {
        heartbeat.failOnce(new LinkageError("thrown by the test"));
        Things.await("the error", heartbeat::failed);
        things.change(key, 1);

        awaitApplied(key, 1);
        given().get("/q/health/live").then().statusCode(200).body("checks.find { it.name == 'relay alive' }.status",
                equalTo("UP"));
    }

    @Test
    void whileKafkaIsDownNothingIsLostAndTheOrderStays() throws Exception {
        things.change(key, 1);
        awaitApplied(key, 1);
        TestStack.kafka().kill();
        for (long n = 2; n <= 30; n++) {
            things.change(key, n);
        }
        Thread.sleep(6_000);
        TestStack.kafka().start();

        awaitApplied(key, LongStream.rangeClosed(1, 30).toArray());
    }

    @Test
    void whileTheDatabaseIsDownTheInboxWaits() throws Exception {
        send(event(key, 1, "{\"n\":1}", false));
        awaitApplied(key, 1);
        TestStack.postgres().kill();
        for (long n = 2; n <= 10; n++) {
            send(event(key, n, "{\"n\":" + n + "}", false));
        }
        Thread.sleep(3_000);
        TestStack.postgres().start();

        awaitApplied(key, LongStream.rangeClosed(1, 10).toArray());
        awaitDeadLetters(key);
    }

    private void awaitApplied(String of, long... numbers) throws Exception {
        List<Long> expected = LongStream.of(numbers).boxed().toList();
        Things.await(of + " " + expected, () -> query(of).equals(expected));
    }

    /** Empty while the database is down. */
    private List<Long> query(String of) {
        try {
            return things.applied(of);
        } catch (SQLException e) {
            return List.of();
        }
    }

    private void awaitDeadLetters(String of, String... reasons) throws Exception {
        Things.await(of + " " + List.of(reasons), () -> things.texts("select reason from dead_letter where key = '" + of
                + "' and state = 'waiting' order by aggregate_version").equals(List.of(reasons)));
    }

    private List<String> deadLetters(String of) {
        try {
            return things.texts("select id::text from dead_letter where key = '" + of + "' order by aggregate_version");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Event> events(String topic) {
        return TopicReader.events(kafka, topic);
    }

    private static Event event(String key, long version, String payload, boolean snapshot) {
        return new Event(UUID.nameUUIDFromBytes((key + version).getBytes(UTF_8)), "/alongside/other", Things.TYPE,
                Things.TOPIC, key, key, Instant.now(), payload.getBytes(UTF_8), null, version, 1, version, snapshot);
    }

    private static Received received(Event event) {
        return received(EventHeaders.write(event));
    }

    private static Received received(ProducerRecord<String, byte[]> written) {
        return Received.of(new ConsumerRecord<>(written.topic(), 0, 0, ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE, ConsumerRecord.NULL_SIZE, ConsumerRecord.NULL_SIZE, written.key(),
                written.value(), written.headers(), Optional.empty()));
    }

    private void send(Event event) throws Exception {
        send(EventHeaders.write(event));
    }

    private void send(ProducerRecord<String, byte[]> record) throws InterruptedException, ExecutionException {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(Map.of("bootstrap.servers", kafka),
                new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }
}

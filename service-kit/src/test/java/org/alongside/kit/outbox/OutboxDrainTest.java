package org.alongside.kit.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

import jakarta.inject.Inject;
import jakarta.inject.Provider;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.InvalidEvent;
import org.alongside.kit.testing.Heartbeat;
import org.alongside.kit.testing.Things;
import org.alongside.kit.testing.TopicReader;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;

/** The relay's passes one by one; its thread does not run. */
@QuarkusTest
class OutboxDrainTest {

    private static final String TOPIC = "kit.drain.v1";

    @Inject
    Things things;
    @Inject
    Outbox outbox;
    @Inject
    Heartbeat heartbeat;
    @Inject
    OutboxDrain drain;
    @Inject
    Provider<OutboxDrain> drains;
    @Inject
    Provider<EventPublisher> publishers;
    @Inject
    EventReplay replay;
    @Inject
    OutboxRetention retention;
    @Inject
    @DataSource("system")
    AgroalDataSource system;
    @Inject
    @DataSource("app")
    AgroalDataSource app;
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @BeforeEach
    void nothingIsLeftOver() throws Exception {
        drainAll(drain);
    }

    @Test
    void numbersWithoutGapPerTopicAndPerKey() throws Exception {
        long before = last(TOPIC);
        String a = UUID.randomUUID().toString();
        String b = UUID.randomUUID().toString();
        append(a, b, a, a);

        drainAll(drain);

        List<Event> events = published(before);
        assertEquals(List.of(before + 1, before + 2, before + 3, before + 4),
                events.stream().map(Event::sequence).toList());
        assertEquals(List.of(1L, 1L, 2L, 3L), events.stream().map(Event::aggregateVersion).toList());
        assertEquals(List.of(a, b, a, a), events.stream().map(Event::key).toList());
        assertEquals("/alongside/kit", events.get(0).source());
    }

    @Test
    void aCrashBetweenAcknowledgementAndMarkSendsTheSameNumbersAgain() throws Exception {
        long before = last(TOPIC);
        append("crash", "crash");
        drain.number();
        try (Connection connection = system.getConnection()) {
            List<Event> numbered = drain.next(connection);
            assertEquals(2, numbered.size());
            assertEquals(2, publishers.get().send(numbered).acknowledged().size());
        }
        append("crash");

        drainAll(drain);

        List<Event> events = published(before);
        assertEquals(List.of(before + 1, before + 2, before + 1, before + 2, before + 3),
                events.stream().map(Event::sequence).toList());
        assertEquals(events.subList(0, 2).stream().map(Event::id).toList(),
                events.subList(2, 4).stream().map(Event::id).toList());
    }

    @Test
    void manyRelaysAndManyWritersGiveEachNumberOnce() throws Exception {
        long before = last(TOPIC);
        ExecutorService threads = Executors.newFixedThreadPool(6);
        AtomicBoolean writing = new AtomicBoolean(true);
        Future<?> one = threads.submit(relay(drains.get(), writing));
        Future<?> other = threads.submit(relay(drains.get(), writing));
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            String key = "writer-" + writer + "-" + UUID.randomUUID();
            writers.add(threads.submit(() -> {
                for (int i = 0; i < 50; i++) {
                    append(key, key);
                }
            }));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        writing.set(false);
        one.get();
        other.get();
        threads.shutdown();

        List<Event> events = published(before);
        assertEquals(LongStream.rangeClosed(before + 1, before + 400).boxed().toList(),
                events.stream().map(Event::sequence).distinct().toList());
        assertEquals(400, events.stream().map(Event::id).distinct().count());
    }

    @Test
    void onlyOneRelayWorksAtATime() throws Exception {
        try (RelayTransaction other = new RelayTransaction(system);
                Statement lock = other.connection().createStatement()) {
            lock.execute("select pg_advisory_xact_lock(" + OutboxDrain.LOCK + ")");
            append("locked");

            assertEquals(OutboxDrain.Pass.ELSEWHERE, drain.pass());
        }
        assertEquals(OutboxDrain.Pass.DRAINED, drain.pass());
    }

    @Test
    void saysHowFarATopicIsWhenDrained() throws Exception {
        append("far", "far");

        drainAll(drain);

        assertEquals(new Drained.Position(1, last(TOPIC)), heartbeat.drained().position(TOPIC));
        assertEquals(new Drained.Position(1, 0), heartbeat.drained().position("kit.silent.v1"));
    }

    @Test
    void aRollbackTellsNothing() throws Exception {
        String key = UUID.randomUUID().toString();
        assertThrows(IllegalStateException.class, () -> things.changeAndFail(key, 1));

        assertEquals(List.of(), things.texts("select id::text from outbox where key = '" + key + "'"));
    }

    @Test
    void refusesAPayloadThatDoesNotMatchItsSchema() throws Exception {
        Outbox.Message wrong = new Outbox.Message(TOPIC, "wrong", Things.TYPE, UUID.randomUUID(), Map.of("n", "text"));

        assertThrows(InvalidEvent.class, () -> things.append(wrong));
    }

    @Test
    void refusesToAppendOutsideATransaction() {
        assertThrows(IllegalStateException.class, () -> outbox.append(Things.changed("none", 1)));
    }

    @Test
    void replayingARangeSendsItAgainInOrder() throws Exception {
        long before = last(TOPIC);
        append("again", "again", "again");
        drainAll(drain);

        assertEquals(2, replay.replay(TOPIC, before + 2, before + 3));
        append("again");
        drainAll(drain);

        assertEquals(List.of(before + 1, before + 2, before + 3, before + 2, before + 3, before + 4),
                published(before).stream().map(Event::sequence).toList());
        TopicStatus status = replay.status().stream().filter(each -> each.topic().equals(TOPIC)).findFirst()
                .orElseThrow();
        assertEquals(new TopicStatus(TOPIC, 1, before + 4, 0), status);
    }

    @Test
    void keepsPublishedEventsForTheReplayWindowAndOthersForEver() throws Exception {
        append("old", "young");
        drainAll(drain);
        append("pending");
        things.execute("update outbox set created_at = created_at - interval '8 days' where key in ('old', 'pending')");

        assertEquals(1, retention.deleteOld());

        assertEquals(List.of("pending", "young"),
                things.texts("select key from outbox where key in ('old', 'pending', 'young') order by key"));
    }

    @Test
    void theLoginOfRequestsCanOnlyAppend() throws Exception {
        for (String forbidden : new String[]{"select * from outbox", "delete from outbox", "select * from outbox_topic",
                "update outbox set topic = 'x'", "select * from inbox", "select * from dead_letter"}) {
            try (Connection connection = app.getConnection(); Statement statement = connection.createStatement()) {
                SQLException refusal = assertThrows(SQLException.class, () -> statement.execute(forbidden));
                assertEquals("42501", refusal.getSQLState(), forbidden);
            }
        }
    }

    @Test
    void aSendThatThrowsLeavesNoProducerWithEventsInItsBuffers() throws Exception {
        Set<ObjectName> before = producers();
        Event good = event("good");
        Event unsendable = event(null);

        assertThrows(RuntimeException.class, () -> publishers.get().send(List.of(good, unsendable)));

        assertEquals(before, producers());
    }

    private static Event event(String subject) {
        return new Event(UUID.randomUUID(), "/alongside/kit", Things.TYPE, "kit.dead-letter.v1", "thrown", subject,
                Instant.now(),
                "{\"n\":1}".getBytes(StandardCharsets.UTF_8), null, 1, 1, 1, false);
    }

    /** As Kafka's client registers them for as long as they are open. */
    private static Set<ObjectName> producers() throws MalformedObjectNameException {
        return ManagementFactory.getPlatformMBeanServer().queryNames(new ObjectName("kafka.producer:type=app-info,*"),
                null);
    }

    private static Callable<Void> relay(OutboxDrain drain, AtomicBoolean writing) {
        return () -> {
            while (writing.get()) {
                drain.pass();
            }
            drainAll(drain);
            return null;
        };
    }

    private static void drainAll(OutboxDrain drain) throws Exception {
        while (drain.pass() != OutboxDrain.Pass.DRAINED) {
            Thread.sleep(5);
        }
    }

    private void append(String... keys) {
        for (String key : keys) {
            things.append(new Outbox.Message(TOPIC, key, Things.TYPE, UUID.randomUUID(), Map.of("n", 1)));
        }
    }

    private long last(String topic) throws SQLException {
        return things.numbers("select last_sequence from outbox_topic where topic = '" + topic + "'").stream()
                .findFirst()
                .orElse(0L);
    }

    private List<Event> published(long after) {
        List<Event> events = TopicReader.events(kafka, TOPIC).stream().filter(event -> event.sequence() > after)
                .toList();
        assertTrue(events.stream().allMatch(event -> event.topic().equals(TOPIC)));
        return events;
    }
}

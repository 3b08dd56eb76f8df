package org.alongside.audit.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.alongside.audit.Eventually;
import org.alongside.audit.Source;
import org.alongside.auditlog.LeafHash;
import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventHeaders;
import org.alongside.kit.testing.Database;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** From Kafka into the log: nothing changed, nothing doubled, nothing missing unnoticed, nothing stopped. */
@QuarkusTest
class AccessLogTest {

    private final Database database = new Database("audit");
    private final Source source = new Source();

    @Test
    void keepsTheExactBytesAndTheirLeafHash() {
        String payload = """
                { "outcome" : "allowed","basis":"home-agency",  "purpose":"TREAT","actor":"w\\u00f6rker",
                  "kind":"worker","action":"R","op":"client.read","service":"%s",
                  "access":"0a9e1c2e-0000-7000-8000-000000000001","at":"2026-11-22T10:00:00.123456789Z",
                  "id":"0A9E1C2E-0000-7000-8000-000000000002"}
                """.formatted(source.service());
        source.send(source.event(1, payload.getBytes(UTF_8)));
        source.logged(1);

        byte[] expected = (source.name() + " 1 1\n" + payload).getBytes(UTF_8);
        assertEquals(HexFormat.of().formatHex(expected), only("encode(entry, 'hex')"));
        assertEquals(HexFormat.of().formatHex(LeafHash.of(expected)), only("encode(leaf_hash, 'hex')"));
        assertEquals("0a9e1c2e-0000-7000-8000-000000000002", only("event_id"));
        assertEquals("wörker", only("actor"));
        assertEquals("2026-11-22 10:00:00.123456+00", only("at"));
    }

    @Test
    void everyColumnSaysWhatTheBytesSay() {
        UUID client = UUID.randomUUID();
        UUID home = UUID.randomUUID();
        UUID consent = UUID.randomUUID();
        source.send(source.event(1, source.payload(Map.of("client", client, "home", home, "agency", home, "basisId",
                consent, "basis", "consent", "parts", List.of("identity", "contact"), "outcome", "failed"))));
        source.logged(1);
        assertEquals(
                String.join("|", client.toString(), home.toString(), home.toString(), consent.toString(), "consent",
                        "{identity,contact}", "failed", "client.read", "R", "worker", "TREAT"),
                only("concat_ws('|', client, home_agency, agency, basis_id, basis, parts, outcome, operation, action,"
                        + " kind, purpose)"));
    }

    @Test
    void aTimeOfAnyYearIsKeptToTheMicrosecond() {
        Map<String, String> micros = Map.of("9999-12-31T23:59:59.999999999Z", "253402300799999999",
                "0001-01-01T00:00:00.000001Z", "-62135596799999999", "1969-12-31T23:59:59.9999995Z", "-1",
                "2026-11-22T10:00:00.123456+02:00", "1795334400123456");
        for (var time : micros.entrySet()) {
            Source each = new Source();
            each.send(each.event(1, each.payload(Map.of("at", time.getKey()))));
            each.logged(1);
            assertEquals(List.of(time.getValue()), database.strings(
                    "select trunc(extract(epoch from at) * 1000000) from log_entry where source = ?", each.name()));
        }
    }

    @Test
    void partsStayApartWhateverTheyAreCalled() {
        List<List<String>> parts = List.of(List.of("null", "identity", "null"), List.of("a-b"), List.of());
        for (int i = 0; i < parts.size(); i++) {
            source.send(source.event(i + 1, source.payload(Map.of("parts", parts.get(i)))));
        }
        source.logged(3);
        assertEquals(List.of("3 null;identity;null", "1 a-b", "0 "), database.strings("""
                select cardinality(parts) || ' ' || array_to_string(parts, ';', 'absent') from log_entry
                 where source = ? order by entry_index""", source.name()));
    }

    @Test
    void anEventThatComesAgainIsNoSecondEntry() {
        Event first = source.event(1);
        Event second = source.event(2);
        source.send(first, second, first, second, second, source.event(3), first);
        source.send(4);
        assertEquals(List.of("1", "2", "3", "4"), source.logged(4));
    }

    @Test
    void goesOnBehindAGapAndNamesWhatIsMissing() {
        source.send(1, 2, 6, 7);
        assertEquals(List.of("1", "2", "6", "7"), source.logged(4));
        assertEquals(List.of("3 5 {[3,6)} open"), gaps());
    }

    @Test
    void takesWhatWasMissingWhenItComesAfterAll() {
        source.send(5, 3);
        source.logged(2);
        assertEquals(List.of("1 4 {[1,3),[4,5)} open"), gaps());
        source.send(3, 1, 4, 4, 5);
        source.logged(4);
        assertEquals(List.of("1 4 {[2,3)} open"), gaps());
        source.send(2, 2, 6);
        assertEquals(List.of("5", "3", "1", "4", "2", "6"), source.logged(6));
        assertEquals(List.of("1 4 {} filled"), gaps());
    }

    @Test
    void anEpochCountsFromOneAgain() {
        source.send(1, 2);
        Event again = new Source(2).event(1);
        source.send(new Event(again.id(), source.name(), again.type(), again.topic(), source.service(), again.subject(),
                again.time(), source.payload(Map.of()), null, 1, 2, 1, false));
        assertEquals(List.of("1", "2", "1"), source.logged(3));
        assertEquals(List.of(), gaps());
    }

    @Test
    void whatIsNoAccessEventIsADeadLetterAndStopsNothing() {
        source.send(1);
        Event good = source.event(2);
        assertParked("schema", with(good, "{\"id\":".getBytes(UTF_8)));
        assertParked("schema", with(good, source.payload(Map.of("surname", "x"))));
        assertParked("schema", with(good, source.payload(Map.of("outcome", "perhaps"))));
        assertParked("schema", with(good, source.payload(Map.of("actor", "a\u0000b"))));
        assertParked("schema", with(good, source.payload(Map.of("at", "2026-02-30T00:00:00Z"))));
        assertParked("schema", with(good, source.payload(Map.of("service", "another"))));
        assertParked("schema",
                EventHeaders.write(new Event(good.id(), good.source(), "org.alongside.other.v1", good.topic(),
                        good.key(), good.subject(), good.time(), good.payload(), null, 2, 1, 2, false)));
        ProducerRecord<String, byte[]> headless = EventHeaders.write(good);
        headless.headers().remove("ce_sequence");
        assertParked("unreadable", headless);
        assertParked("unreadable", new ProducerRecord<>(good.topic(), "ke\u0000y", "\u0000".getBytes(UTF_8)));
        assertParked("unreadable", new ProducerRecord<>(good.topic(), (String) null, (byte[]) null));
        source.send(good, source.event(3));
        assertEquals(List.of("1", "2", "3"), source.logged(3));
        assertEquals(List.of(), gaps());
    }

    @Test
    void anEventThatCannotBeStoredIsADeadLetterAndItsNeighboursAreNot() throws SQLException {
        database.run("alter table log_entry add constraint no_such check (actor <> 'nobody')");
        try {
            ProducerRecord<String, byte[]> refused = with(source.event(2), source.payload(Map.of("actor", "nobody")));
            source.send(1);
            assertParked("handler", refused);
            source.send(3);
            assertEquals(List.of("1", "3"), source.logged(2));
        } finally {
            database.run("alter table log_entry drop constraint no_such");
        }
    }

    @Test
    void theGreatestSequenceIsTaken() {
        source.send(Long.MAX_VALUE, 1, Long.MAX_VALUE);
        source.send(2);
        assertEquals(List.of(Long.toString(Long.MAX_VALUE), "1", "2"), source.logged(3));
        assertEquals(List.of(), database.strings("select id from dead_letter where key = ?", source.service()));
    }

    private void assertParked(String reason, ProducerRecord<String, byte[]> record) {
        RecordMetadata place = Source.send(record);
        String letters = "select reason from dead_letter where consumer = 'access-log' and topic = ? and partition = "
                + place.partition() + " and \"offset\" = " + place.offset();
        Eventually.until(() -> !database.strings(letters, place.topic()).isEmpty());
        assertEquals(List.of(reason), database.strings(letters, place.topic()));
    }

    private static ProducerRecord<String, byte[]> with(Event event, byte[] payload) {
        return EventHeaders.write(new Event(event.id(), event.source(), event.type(), event.topic(), event.key(),
                event.subject(), event.time(), payload, null, event.sequence(), event.epoch(), event.aggregateVersion(),
                false));
    }

    private String only(String column) {
        List<String> values = database.strings("select " + column + " from log_entry where source = ?", source.name());
        assertEquals(1, values.size());
        return values.get(0);
    }

    private List<String> gaps() {
        return database.strings("""
                select concat_ws(' ', from_sequence, to_sequence, missing,
                                 case when filled_at is null then 'open' else 'filled' end)
                  from log_gap where source = ? order by from_sequence""", source.name());
    }
}

package org.alongside.kit.grant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventHeaders;
import org.alongside.kit.inbox.InboxConsumer;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;

/** What the copy of the grants takes for complete, when events are lost on the way. */
@QuarkusTest
class GrantCopyTest {

    private static final String ISSUED = "issued";
    private static final String REVOKED = "revoked";

    @Inject
    InboxConsumer consumer;
    @Inject
    @DataSource("app")
    AgroalDataSource app;

    private final Database database = new Database("kit");
    private final UUID grant = UUID.randomUUID();
    private final UUID client = UUID.randomUUID();

    @BeforeEach
    @AfterEach
    void aCopyThatKnowsNothing() throws SQLException {
        database.run("delete from grant_feed");
        database.run("delete from inbox_aggregate where topic = ?", GrantCopy.TOPIC);
        database.run("delete from dead_letter where topic = ?", GrantCopy.TOPIC);
    }

    @Test
    void isCompleteFromTheStartWhenNothingWasTold() {
        heartbeat(100, 1, 0);

        assertEquals(List.of("100"), asOf());
    }

    @Test
    void goesStaleWhenARevocationIsLostUntilItIsReplayed() {
        grant(ISSUED, 1, 1, false);
        heartbeat(100, 1, 1);
        heartbeat(200, 1, 2);
        assertEquals(List.of("100"), asOf());

        grant(REVOKED, 2, 2, false);
        heartbeat(300, 1, 2);
        assertEquals(List.of("300"), asOf());
        assertEquals(List.of("true"), revoked());
    }

    /** A restriction that is lost is as bad as a revocation that is. */
    @Test
    void goesStaleWhenARestrictionIsLostUntilItIsReplayed() {
        heartbeat(100, 1, 0);
        heartbeat(200, 1, 1);
        assertEquals(List.of("100"), asOf());

        restricted(1, 1, "[\"one\"]");
        heartbeat(300, 1, 1);
        assertEquals(List.of("300"), asOf());
        assertEquals(List.of("{one}"), workers());
    }

    @Test
    void keepsTheNewestRestrictionWhicheverComesLast() {
        restricted(1, 5, "[\"one\"]");
        restricted(2, 4, "[\"two\"]");
        assertEquals(List.of("{one}"), workers());
        restricted(3, 6, "[\"one\", \"two\"]");
        assertEquals(List.of("{one,two}"), workers());
    }

    @Test
    void isWholeAgainOnceAllOfARepublicationHasArrived() {
        grant(ISSUED, 1, 1, false);
        heartbeat(100, 1, 1);

        republished(4, 2);
        heartbeat(200, 1, 4);
        assertEquals(List.of("100"), asOf());

        grant(REVOKED, 3, 3, true);
        heartbeat(300, 1, 4);
        assertEquals(List.of("300"), asOf());
        assertEquals(List.of("true"), revoked());
    }

    @Test
    void aNewEpochMakesItStaleUntilARepublication() {
        grant(ISSUED, 1, 1, false);
        heartbeat(100, 1, 1);
        heartbeat(200, 2, 1);
        heartbeat(300, 1, 1);
        assertEquals(List.of("100"), asOf());

        deliver(event("republished", "republished", 2, 2, 1, true, "{\"upToSequence\":1}"));
        heartbeat(400, 2, 2);
        assertEquals(List.of("400"), asOf());
    }

    @Test
    void anEventThatIsADeadLetterIsMissingAlsoWhenItIsDiscarded() throws SQLException {
        deliver(event(ISSUED, grant.toString(), 1, 1, 1, false, "{}"));
        database.run("update dead_letter set state = 'discarded' where key = ?", grant.toString());
        heartbeat(100, 1, 1);

        assertEquals(List.of(), asOf());
    }

    @Test
    void aRecordThatIsNoEventIsNotMissing() {
        ProducerRecord<String, byte[]> record = EventHeaders.write(event(ISSUED, grant.toString(), 1, 1, 1, false,
                "{}"));
        record.headers().remove("ce_id");
        deliver(record);
        heartbeat(100, 1, 0);

        assertEquals(List.of("100"), asOf());
    }

    @Test
    void theLoginOfRequestsOnlyReadsIt() throws SQLException {
        for (String forbidden : List.of("insert into access_grant select * from access_grant",
                "update access_grant set revoked_at = null", "delete from access_grant",
                "insert into grant_feed (as_of) values (now())", "update grant_feed set as_of = now()",
                "update restricted_client set workers = null", "delete from restricted_client")) {
            try (Connection connection = app.getConnection(); Statement statement = connection.createStatement()) {
                SQLException refusal = assertThrows(SQLException.class, () -> statement.execute(forbidden), forbidden);
                assertEquals("42501", refusal.getSQLState(), forbidden);
            }
        }
    }

    private void grant(String verb, long sequence, long version, boolean snapshot) {
        String revokedAt = verb.equals(REVOKED) ? ", \"revokedAt\": \"2026-01-02T00:00:00Z\"" : "";
        deliver(event(verb, grant.toString(), sequence, 1, version, snapshot, """
                {"grantId": "%s", "clientId": "%s", "homeAgency": "%s", "grantee": "%s", "parts": ["identity"],
                 "purposes": ["TREAT"], "basis": "consent", "basisId": "%s", "consentId": "%s",
                 "validFrom": "2026-01-01T00:00:00Z", "validUntil": "2030-01-01T00:00:00Z", "version": %d%s}"""
                .formatted(grant, client, Tokens.FAMILY_SERVICES, Tokens.LEGAL_AID, client, client, version,
                        revokedAt)));
    }

    /** @param version of the restriction, as its events may come by more than one topic; that of the key follows the sequence */
    private void restricted(long sequence, long version, String workers) {
        deliver(new Event(UUID.randomUUID(), "/alongside/intake", "org.alongside.intake.client.restricted.v1",
                GrantCopy.TOPIC, client.toString(), client.toString(), Instant.now(), """
                        {"clientId": "%s", "homeAgency": "%s", "workers": %s, "version": %d}"""
                        .formatted(client, Tokens.FAMILY_SERVICES, workers, version).getBytes(UTF_8),
                null, sequence, 1, sequence, false));
    }

    private List<String> workers() {
        return database.strings("select workers::text from restricted_client where client_id = ?", client);
    }

    private void republished(long sequence, long upTo) {
        deliver(event("republished", "republished", sequence, 1, 1, true, "{\"upToSequence\":" + upTo + "}"));
    }

    private void heartbeat(long asOf, int epoch, long lastSequence) {
        deliver(event("heartbeat", "heartbeat", 0, 1, 0, false, """
                {"asOf": "%s", "epoch": %d, "lastSequence": %d}""".formatted(Instant.ofEpochSecond(asOf), epoch,
                lastSequence)));
    }

    private static Event event(String verb, String key, long sequence, int epoch, long version, boolean snapshot,
            String payload) {
        return new Event(UUID.randomUUID(), "/alongside/intake", "org.alongside.intake.grant." + verb + ".v1",
                GrantCopy.TOPIC, key, key, Instant.now(), payload.getBytes(UTF_8), null, sequence, epoch, version,
                snapshot);
    }

    private void deliver(Event event) {
        deliver(EventHeaders.write(event));
    }

    private void deliver(ProducerRecord<String, byte[]> written) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(written.topic(), 0, 0,
                ConsumerRecord.NO_TIMESTAMP, TimestampType.NO_TIMESTAMP_TYPE, ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE, written.key(), written.value(), written.headers(), Optional.empty());
        consumer.receive(new ConsumerRecords<>(Map.of(new TopicPartition(written.topic(), 0), List.of(record)),
                Map.of()));
    }

    /** Seconds since 1970; empty when the copy was never complete. */
    private List<String> asOf() {
        return database
                .strings("select extract(epoch from as_of)::bigint::text from grant_feed where as_of is not null");
    }

    private List<String> revoked() {
        return database.strings("select (revoked_at is not null)::text from access_grant where id = ?", grant);
    }
}

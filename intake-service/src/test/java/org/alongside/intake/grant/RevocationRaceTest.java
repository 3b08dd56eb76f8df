package org.alongside.intake.grant;

import static org.alongside.intake.client.Clients.INTAKE_WORKER;
import static org.alongside.intake.client.Clients.as;
import static org.alongside.intake.client.Clients.newMark;
import static org.alongside.intake.client.Clients.registered;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Things;
import org.alongside.kit.testing.Tokens;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/**
 * No read by a grant commits after the revocation of the grant, and no reader keeps anybody from revoking. In its long form
 * {@code mvn verify -pl intake-service -am -Dtest=RevocationRaceTest -Dsurefire.failIfNoSpecifiedTests=false -Dalongside.races=10000}.
 */
@QuarkusTest
class RevocationRaceTest {

    private static final Logger LOG = Logger.getLogger(RevocationRaceTest.class);
    private static final int RACES = Integer.getInteger("alongside.races", 300);
    private static final int READERS = 2;
    private static final String RECIPIENT = Tokens.token(Tokens.LEGAL_AID, Role.RECEIVING_WORKER);

    private final Database database = new Database("intake");
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private UUID client;
    private String consent;
    private UUID grant;

    @BeforeEach
    void aGrantOfAConsent() {
        client = registered(newMark());
        consent = as(INTAKE_WORKER).body("""
                {"recipients": ["%s"], "parts": ["identity"], "categories": ["legal-aid"], "purposes": ["COC"],
                 "validUntil": "%s"}""".formatted(Tokens.LEGAL_AID, Instant.now().plus(Duration.ofDays(90))))
                .post("/v1/clients/{id}/consents", client).then().statusCode(201).extract().path("consentId");
        as(INTAKE_WORKER).header("If-Match", "\"0\"").body("""
                {"givenBy": "client", "manner": "written", "language": "en", "limitsOfConfidentialityTalk": true}""")
                .post("/v1/consents/{id}/give", consent).then().statusCode(200);
        grant = UUID.fromString(database.strings("select id::text from access_grant where client_id = ?", client)
                .get(0));
    }

    @AfterEach
    void endThreads() throws SQLException {
        threads.shutdownNow();
        database.run("drop trigger if exists race_seen on outbox");
        database.run("drop function if exists race_seen");
        database.run("drop table if exists race");
    }

    @Test
    void noReadCommitsAfterTheRevocationOfItsGrant() throws Exception {
        writeDownCommits();
        Set<String> answers = ConcurrentHashMap.newKeySet();
        for (int reader = 0; reader < READERS; reader++) {
            threads.submit(() -> readOnAndOn(answers));
        }
        for (int race = 0; race < RACES; race++) {
            grantAgain();
            Thread.sleep(race % 4);
            revoke();
            assertEquals("404", read());
        }
        threads.shutdownNow();

        Order order = order();
        LOG.infof("%d revocations, %d reads before them, %d after; answers %s", order.revocations, order.inTime,
                order.late, answers);
        assertEquals(0, order.late, "reads that were committed after the revocation");
        assertEquals(RACES, order.revocations);
        assertTrue(order.inTime > RACES / 2, "Hardly anybody read meanwhile: no race");
        answers.removeAll(Set.of("200", "404", "503 grants-stale"));
        assertEquals(Set.of(), answers);
    }

    @Test
    void aReaderWhoStopsJustBeforeTheCommitHoldsNobodyUp() throws Exception {
        try (Connection reader = reader()) {
            assertTrue(holds(reader));
            revoke();
            assertThrows(SQLException.class, reader::commit, "its time must have been over");
        }
    }

    @Test
    void aReaderWhoComesWhileSomebodyWaitsToRevokeComesAfterIt() throws Exception {
        try (Connection before = reader(); Connection after = reader()) {
            assertTrue(holds(before));
            stayAlive(before);
            Future<?> revocation = threads.submit(this::revoke);
            Things.await("the revocation to wait for the reader", () -> waiting() == 1);
            Future<Boolean> read = threads.submit((Callable<Boolean>) () -> holds(after));
            Things.await("the second reader to wait for the revocation", () -> waiting() == 2);
            before.commit();
            revocation.get();
            assertFalse(read.get());
        }
    }

    /** Notes the transaction of each read by the grant and of each revocation, since the relay's writing hides it in the outbox itself. */
    private void writeDownCommits() throws SQLException {
        database.run("create table race (what text not null, xid xid8 not null default pg_current_xact_id())");
        database.run("""
                create function race_seen() returns trigger language plpgsql security definer as $$
                begin
                    insert into race (what) values (case new.topic when 'audit.access.v1' then 'read' else 'revoked' end);
                    return null;
                end $$""");
        database.run("""
                create trigger race_seen after insert on outbox for each row
                  when (not new.snapshot and convert_from(new.payload, 'UTF8') like '%%%1$s%%'
                        and (new.type = 'org.alongside.intake.grant.revoked.v1'
                             or new.topic = 'audit.access.v1'
                                and convert_from(new.payload, 'UTF8')::json ->> 'basis' = 'consent'
                                and convert_from(new.payload, 'UTF8')::json ->> 'outcome' = 'allowed'))
                  execute function race_seen()""".formatted(client));
    }

    private void grantAgain() throws SQLException {
        database.run("""
                with granted as (update access_grant set revoked_at = null where id = ?),
                     given as (update consent set status = 'active', ended_at = null where id = ?)
                insert into race (what) values ('granted')""", grant, UUID.fromString(consent));
    }

    private void revoke() {
        as(INTAKE_WORKER).post("/v1/consents/{id}/revoke", consent).then().statusCode(200).body("status",
                equalTo("revoked"));
    }

    private Object readOnAndOn(Set<String> answers) throws IOException {
        try {
            while (true) {
                answers.add(read());
            }
        } catch (InterruptedException over) {
            return null;
        }
    }

    /** @return status, and of a 503 what it says */
    private String read() throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(HttpRequest
                .newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/clients/" + client))
                .header("Authorization", "Bearer " + RECIPIENT).header("X-Purpose-Of-Use", "COC").build(),
                BodyHandlers.ofString());
        boolean stale = response.statusCode() == 503 && response.body().contains("problem:grants-stale");
        return response.statusCode() + (stale ? " grants-stale" : "");
    }

    private record Order(int revocations, int inTime, int late) {}

    /** What was committed, in the order of the commits. */
    private Order order() {
        int revocations = 0;
        int inTime = 0;
        int late = 0;
        boolean open = true;
        for (String what : database.strings("select what from race order by pg_xact_commit_timestamp(xid::xid)")) {
            if (what.equals("read")) {
                inTime += open ? 1 : 0;
                late += open ? 0 : 1;
            } else {
                open = what.equals("granted");
                revocations += open ? 0 : 1;
            }
        }
        return new Order(revocations, inTime, late);
    }

    /** In a transaction of the recipient, as far as the database can tell. */
    private Connection reader() throws SQLException {
        Connection connection = database.superuser();
        connection.setAutoCommit(false);
        try (PreparedStatement settings = connection.prepareStatement("""
                select set_config('role', 'intake_app', true), set_config('alongside.agency', ?, true),
                       set_config('alongside.access', ?, true)""")) {
            settings.setString(1, Tokens.LEGAL_AID.toString());
            settings.setString(2, UUID.randomUUID().toString());
            settings.execute();
        }
        return connection;
    }

    private boolean holds(Connection connection) throws SQLException {
        try (PreparedStatement hold = connection.prepareStatement("select hold_grants(array[?])")) {
            hold.setObject(1, grant);
            try (ResultSet row = hold.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Longer than the half second, however slow this machine is. */
    private static void stayAlive(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("select set_config('idle_in_transaction_session_timeout', '0', true)")) {
            statement.execute();
        }
    }

    private int waiting() {
        List<String> count = database
                .strings("select count(*) from pg_locks where locktype = 'advisory' and not granted");
        return Integer.parseInt(count.get(0));
    }
}

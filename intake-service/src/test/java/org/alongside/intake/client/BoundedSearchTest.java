package org.alongside.intake.client;

import static org.alongside.intake.client.Clients.as;
import static org.alongside.intake.client.Clients.details;
import static org.alongside.intake.client.Clients.newMark;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** A search looks at a bounded number of clients for each page; nobody is left out for it, only the pages are short. */
@QuarkusTest
class BoundedSearchTest {

    private static final int MANY = ClientFinder.CANDIDATES + 50;

    private final Database database = new Database("intake");
    private final UUID home = UUID.randomUUID();
    private final UUID recipient = UUID.randomUUID();
    private final String homeWorker = Tokens.token(home, Role.INTAKE_WORKER);
    private final String recipientWorker = Tokens.token(recipient, Role.CASE_WORKER);
    private final String mark = newMark();

    @AfterEach
    void removeTheOthers() throws SQLException {
        database.run("delete from access_grant where grantee = ?", recipient);
        for (String table : List.of("client_token", "duplicate_indexed")) {
            database.run(
                    "delete from " + table + " where client_id in (select id from client where identity = '\\x00')");
        }
        database.run("delete from client where identity = '\\x00'");
    }

    @Test
    void amongManyWhoShareEachValueTheOneWhoHasBothIsFound() throws SQLException {
        UUID client = registered();
        others(MANY, "family-name", client);
        others(1_000, "given-names", client);
        String both = "{\"familyName\": \"Family-%1$s\", \"givenNames\": \"Given-%1$s\"}".formatted(mark);
        String next = search(homeWorker, "", both).body("items", empty()).extract().path("next");
        search(homeWorker, "?cursor=" + next, both).body("items.clientId", equalTo(List.of(client.toString())))
                .body("next", nullValue());
    }

    @Test
    void aRareValueBesideACommonOneIsFoundAtOnce() throws SQLException {
        UUID client = registered();
        others(MANY, "family-name", client);
        search(homeWorker, "", "{\"familyName\": \"Family-%1$s\", \"givenNames\": \"Given-%1$s\"}".formatted(mark))
                .body("items.clientId", equalTo(List.of(client.toString()))).body("next", nullValue());
    }

    @Test
    void amongManyWhoAreOpenToTheAgencyTheOneIsFound() throws SQLException {
        UUID client = registered();
        others(MANY, "contact-point", client);
        grants();
        String byName = "{\"familyName\": \"Family-%s\"}".formatted(mark);
        String next = search(recipientWorker, "", byName).body("items", empty()).extract().path("next");
        search(recipientWorker, "?cursor=" + next, byName).body("items.clientId", equalTo(List.of(client.toString())))
                .body("next", nullValue());
    }

    @Test
    void severalGrantsForAClientShowItOnce() throws SQLException {
        List<String> clients = List.of(registered().toString(), registered().toString());
        grants();
        grants();
        String byName = "{\"familyName\": \"Family-%s\"}".formatted(mark);
        String next = search(recipientWorker, "?limit=1", byName)
                .body("items.clientId", equalTo(clients.subList(0, 1))).extract().path("next");
        search(recipientWorker, "?limit=1&cursor=" + next, byName)
                .body("items.clientId", equalTo(clients.subList(1, 2))).body("next", nullValue());
    }

    private UUID registered() {
        return UUID.fromString(as(homeWorker).body(details(mark)).post("/v1/clients").then().statusCode(201).extract()
                .path("clientId"));
    }

    private static ValidatableResponse search(String worker, String query, String body) {
        return as(worker).body(body).post("/v1/clients/search" + query).then().statusCode(200);
    }

    /** Clients of the same agency, before all others in the order of ids, who share a value of one kind with this one. */
    private void others(int number, String kind, UUID client) throws SQLException {
        database.run("""
                with others as (
                    insert into client (id, home_agency, identity, registered_at, changed_at, version)
                    select ('00000000' || substr(gen_random_uuid()::text, 9))::uuid, ?, '\\x00', now(), now(), 0
                      from generate_series(1, ?) returning id, home_agency),
                  indexed as (insert into duplicate_indexed select id, 1 from others)
                insert into client_token (client_id, home_agency, kind, token)
                select o.id, o.home_agency, t.kind, t.token
                  from others o, (select kind, token from client_token where client_id = ? and kind = ? limit 1) t""",
                home, number, client, kind);
    }

    private void grants() throws SQLException {
        database.run("""
                insert into access_grant (id, client_id, home_agency, grantee, parts, purposes, basis, basis_id, consent_id,
                                          valid_from, valid_until, version)
                select gen_random_uuid(), id, home_agency, ?, '{identity}', '{TREAT}', 'consent', gen_random_uuid(),
                       gen_random_uuid(), now() - interval '1 minute', now() + interval '1 day', 0
                  from client where home_agency = ?""", recipient, home);
    }
}

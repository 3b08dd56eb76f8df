package org.alongside.referral.referral;

import static org.alongside.referral.referral.Referrals.DATABASE;
import static org.alongside.referral.referral.Referrals.INTAKE;
import static org.alongside.referral.referral.Referrals.RECEIVER;
import static org.alongside.referral.referral.Referrals.SENDER;
import static org.alongside.referral.referral.Referrals.as;
import static org.alongside.referral.referral.Referrals.client;
import static org.alongside.referral.referral.Referrals.command;
import static org.alongside.referral.referral.Referrals.grant;
import static org.alongside.referral.referral.Referrals.read;
import static org.alongside.referral.referral.Referrals.received;
import static org.alongside.referral.referral.Referrals.requested;
import static org.alongside.referral.referral.Referrals.revoke;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Tokens;
import org.alongside.referral.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Who sees a referral: the sender always, the recipient by its grant and while that is fresh, nobody else. */
@QuarkusTest
class ReferralVisibilityTest {

    private static final String HOUSING = Tokens.token(Tokens.HOUSING, Role.RECEIVING_WORKER);
    private static final String COUNT = "select count(*) from referral where id = ?::uuid";

    private UUID client;

    @BeforeEach
    @AfterEach
    void freshGrantsAndBothChecks() throws SQLException {
        INTAKE.beat();
        DATABASE.run("alter table referral enable row level security");
    }

    @BeforeEach
    void aClient() {
        client = client();
    }

    @Test
    void theRecipientSeesItFromItsGrantToTheRevocation() throws SQLException {
        String referral = requested(client, Directory.TENANT_ADVICE_LINE);
        read(RECEIVER, referral).statusCode(404);
        command(RECEIVER, referral, "accept").statusCode(404);
        assertEquals(0, DATABASE.countAs("referral_app", Tokens.LEGAL_AID, COUNT, referral));

        UUID grant = grant(referral, client);
        Referrals.await("the referral at the recipient", () -> read(RECEIVER, referral).extract().statusCode() == 200);
        assertEquals(1, DATABASE.countAs("referral_app", Tokens.LEGAL_AID, COUNT, referral));

        revoke(grant, referral, client);
        Referrals.await("the revocation", () -> read(RECEIVER, referral).extract().path("clientId") == null);
        command(RECEIVER, referral, "accept").statusCode(409);
        assertEquals(0, DATABASE.countAs("referral_app", Tokens.LEGAL_AID, COUNT, referral));
        read(SENDER, referral).statusCode(200);
    }

    @Test
    void aGrantForAnotherReferralOfTheClientOpensNothing() throws SQLException {
        received(client, Directory.TENANT_ADVICE_LINE);
        String second = requested(client, Directory.TENANT_ADVICE_LINE);
        read(RECEIVER, second).statusCode(404);
        DATABASE.run("alter table referral disable row level security");
        read(RECEIVER, second).statusCode(404);
    }

    @Test
    void whatOneRequestSeesByTwoGrantsIsRecordedUnderEach() {
        String one = received(client, Directory.TENANT_ADVICE_LINE);
        String other = received(client, Directory.TENANT_ADVICE_LINE);
        command(RECEIVER, one, "waitlist").statusCode(200);
        command(RECEIVER, other, "waitlist").statusCode(200);
        String accessId = as(RECEIVER).get("/v1/referrals?role=received&status=waitlisted&limit=200").then()
                .statusCode(200).body("items.referralId", hasItems(one, other)).extract()
                .header("Alongside-Access-Id");
        assertEquals(List.of(one + " " + one, other + " " + other), DATABASE.strings("""
                select concat_ws(' ', e ->> 'basisId', r ->> 'id')
                  from (select convert_from(payload, 'UTF8')::json as e from outbox where topic = 'audit.access.v1') events,
                       json_array_elements(e -> 'records') r
                 where e ->> 'access' = ? and e ->> 'client' = ? order by r ->> 'id'""", accessId, client.toString()));
    }

    @Test
    void aThirdAgencyFindsNothingByEitherCheck() throws SQLException {
        String referral = received(client, Directory.TENANT_ADVICE_LINE);
        String absent = read(HOUSING, UUID.randomUUID().toString()).statusCode(404).extract().asString();
        assertEquals(absent, read(HOUSING, referral).statusCode(404).extract().asString());
        assertEquals(0, DATABASE.countAs("referral_app", Tokens.HOUSING, COUNT, referral));
        DATABASE.run("alter table referral disable row level security");
        assertEquals(absent, read(HOUSING, referral).statusCode(404).extract().asString());
        command(HOUSING, referral, "cancel", "{\"reason\": \"duplicate\"}").statusCode(404);
    }

    @Test
    void withoutAnAccessContextThereIsNothing() throws SQLException {
        String referral = requested(client, Directory.TENANT_ADVICE_LINE);
        assertEquals(1, DATABASE.countAs("referral_app", Tokens.FAMILY_SERVICES, COUNT, referral));
        assertEquals(0, DATABASE.countAs("referral_app", null, COUNT, referral));
        assertEquals(0, DATABASE.countAs("referral_app", null, "select count(*) from client_home"));
        assertEquals(0, DATABASE.countAs("referral_app", null, "select count(*) from consent"));
    }

    @Test
    void whenGrantsAreStaleTheRecipientWaitsAndTheSenderWorksOn() {
        String referral = received(client, Directory.TENANT_ADVICE_LINE);
        INTAKE.stopBeating();
        Referrals.await("stale grants", () -> read(RECEIVER, referral).extract().statusCode() == 503);
        read(RECEIVER, referral).body("type", equalTo("urn:alongside:problem:grants-stale"));
        as(RECEIVER).get("/v1/referrals?role=received").then().statusCode(503);
        command(RECEIVER, referral, "accept").statusCode(503);
        read(SENDER, referral).statusCode(200).body("status", equalTo("requested"));
        command(SENDER, referral, "cancel", "{\"reason\": \"client-changed-mind\"}").statusCode(200);
        INTAKE.beat();
        Referrals.await("fresh grants", () -> read(RECEIVER, referral).extract().statusCode() == 200);
    }
}

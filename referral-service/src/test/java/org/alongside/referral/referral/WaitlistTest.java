package org.alongside.referral.referral;

import static org.alongside.referral.referral.Referrals.DATABASE;
import static org.alongside.referral.referral.Referrals.INTAKE;
import static org.alongside.referral.referral.Referrals.RECEIVER;
import static org.alongside.referral.referral.Referrals.SENDER;
import static org.alongside.referral.referral.Referrals.as;
import static org.alongside.referral.referral.Referrals.client;
import static org.alongside.referral.referral.Referrals.command;
import static org.alongside.referral.referral.Referrals.inList;
import static org.alongside.referral.referral.Referrals.read;
import static org.alongside.referral.referral.Referrals.waitlisted;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.alongside.referral.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** The more urgent first, then who has waited longer; whoever leaves the list lets the others move up. */
@QuarkusTest
class WaitlistTest {

    @BeforeEach
    void anEmptyList() throws SQLException {
        INTAKE.beat();
        DATABASE.run("update referral set status = 'declined' where status = 'waitlisted' and service_id = ?",
                Directory.PROTECTION_LAW);
        Directory.places(Directory.PROTECTION_LAW, 1);
    }

    @Test
    void bothSidesSeeThePlaceByUrgencyAndThenByTime() {
        String first = waitlisted(client(), Directory.PROTECTION_LAW, "soon");
        String second = waitlisted(client(), Directory.PROTECTION_LAW, "soon");
        String routine = waitlisted(client(), Directory.PROTECTION_LAW, "routine");
        String immediate = waitlisted(client(), Directory.PROTECTION_LAW, "immediate");
        String urgent = waitlisted(client(), Directory.PROTECTION_LAW, "urgent");
        places(immediate, urgent, first, second, routine);
        command(RECEIVER, urgent, "accept").statusCode(200).body("waitlistPosition", nullValue());
        assertEquals(0, Directory.places(Directory.PROTECTION_LAW), "accepting from the list takes a place");
        command(RECEIVER, immediate, "accept").statusCode(409).body("type",
                equalTo("urn:alongside:problem:capacity-exhausted"));
        command(SENDER, second, "cancel", "{\"reason\": \"client-changed-mind\"}").statusCode(200);
        places(immediate, first, routine);
    }

    @Test
    void whoStillWaitsIsSaidToDoSoAndThePromiseBeginsAnew() throws SQLException {
        String referral = waitlisted(client(), Directory.PROTECTION_LAW, "soon");
        DATABASE.run("update referral set respond_by = now() - interval '1 hour', reminded_at = now()"
                + " where id = ?::uuid", referral);
        read(RECEIVER, referral).body("allowedActions", hasItem("keep-waiting"));
        read(SENDER, referral).body("allowedActions", not(hasItem("keep-waiting")));
        command(SENDER, referral, "keep-waiting").statusCode(403);
        command(RECEIVER, referral, "keep-waiting").statusCode(200).body("status", equalTo("waitlisted"))
                .body("remindedAt", nullValue()).body("waitlistPosition", equalTo(1));
        assertFalse(inList(RECEIVER, "role=received&queue=answer-overdue", referral));
        as(SENDER).get("/v1/referrals/{id}/history", referral).then().body("items.action",
                contains("draft", "request", "waitlist", "keep-waiting"));
        assertEquals(List.of("changed"), DATABASE.strings("""
                select split_part(type, '.', 5) from outbox where topic = 'referral.referral.v1' and key = ?
                 order by position desc limit 1""", referral));
        command(RECEIVER, referral, "accept").statusCode(200);
        command(RECEIVER, referral, "keep-waiting").statusCode(409).body("asked", equalTo("keep-waiting"));
    }

    @Test
    void theNumberIsAllThatTheDatabaseTellsOfOtherAgenciesReferrals() throws SQLException {
        waitlisted(client(), Directory.PROTECTION_LAW, "soon");
        try (Connection connection = DATABASE.superuser(); Statement statement = connection.createStatement()) {
            statement.execute("set role referral_system");
            SQLException refusal = assertThrows(SQLException.class,
                    () -> statement.execute("select waitlist_position(gen_random_uuid())"));
            assertEquals("42501", refusal.getSQLState());
        }
    }

    private static void places(String... inOrder) {
        for (int i = 0; i < inOrder.length; i++) {
            read(SENDER, inOrder[i]).body("waitlistPosition", equalTo(i + 1));
            read(RECEIVER, inOrder[i]).body("waitlistPosition", equalTo(i + 1));
            int place = as(SENDER).get("/v1/referrals?role=sent&status=waitlisted&limit=200").then().extract()
                    .path("items.find { it.referralId == '" + inOrder[i] + "' }.waitlistPosition");
            assertEquals(i + 1, place);
        }
    }
}

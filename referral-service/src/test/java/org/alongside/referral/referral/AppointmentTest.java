package org.alongside.referral.referral;

import static org.alongside.referral.referral.Referrals.DATABASE;
import static org.alongside.referral.referral.Referrals.INTAKE;
import static org.alongside.referral.referral.Referrals.RECEIVER;
import static org.alongside.referral.referral.Referrals.SENDER;
import static org.alongside.referral.referral.Referrals.appointment;
import static org.alongside.referral.referral.Referrals.as;
import static org.alongside.referral.referral.Referrals.client;
import static org.alongside.referral.referral.Referrals.command;
import static org.alongside.referral.referral.Referrals.read;
import static org.alongside.referral.referral.Referrals.received;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.alongside.referral.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** An appointment is told as the clock at its place will show it, can be moved, and can be missed. */
@QuarkusTest
class AppointmentTest {

    private String referral;

    @BeforeEach
    void anAcceptedReferral() {
        INTAKE.beat();
        Directory.places(Directory.EVICTION_DEFENCE, 5);
        referral = received(client(), Directory.EVICTION_DEFENCE);
        command(RECEIVER, referral, "accept").statusCode(200);
    }

    @Test
    void bothSidesSeeItInItsTimeZone() {
        ZonedDateTime morning = ZonedDateTime.now(ZoneId.of("Pacific/Auckland")).plusMonths(2).withHour(9)
                .withMinute(30).withSecond(0).withNano(0);
        command(RECEIVER, referral, "schedule",
                "{\"at\": \"%s\", \"timeZone\": \"Pacific/Auckland\"}".formatted(morning.toInstant())).statusCode(200);
        for (String reader : new String[]{SENDER, RECEIVER}) {
            read(reader, referral).body("appointment.at", equalTo(morning.toInstant().toString()))
                    .body("appointment.timeZone", equalTo("Pacific/Auckland"))
                    .body("appointment.localTime", equalTo(morning.toLocalDate() + "T09:30:00"));
        }
    }

    @Test
    void itIsMovedWithoutLeavingItsStatus() {
        command(RECEIVER, referral, "reschedule", appointment(4)).statusCode(409).body("present", equalTo("accepted"));
        command(RECEIVER, referral, "schedule", appointment(3)).statusCode(200);
        String first = read(SENDER, referral).extract().path("appointment.at");
        command(SENDER, referral, "reschedule", appointment(9)).statusCode(403);
        command(RECEIVER, referral, "reschedule", appointment(9)).statusCode(200).body("status", equalTo("scheduled"))
                .body("appointment.at", not(equalTo(first)));
        String same = "{\"at\": \"%s\", \"timeZone\": \"Europe/Vienna\"}"
                .formatted(read(SENDER, referral).extract().<String>path("appointment.at"));
        command(RECEIVER, referral, "reschedule", same).statusCode(409).body("type",
                equalTo("urn:alongside:problem:conflicting-state"));
        String finer = same.replaceFirst("(\\.\\d+)?Z", "." + "123456789" + "Z");
        command(RECEIVER, referral, "reschedule", finer).statusCode(409).body("detail",
                equalTo("The appointment is at this time already."));
        as(SENDER).get("/v1/referrals/{id}/history", referral).then().body("items.action",
                contains("draft", "request", "accept", "schedule", "reschedule"));
    }

    @Test
    void whoDidNotComeIsNotedOnlyWhenTheTimeHasCome() throws SQLException {
        command(RECEIVER, referral, "schedule", appointment(3)).statusCode(200).body("allowedActions",
                not(hasItem("no-show")));
        command(RECEIVER, referral, "no-show").statusCode(409).body("asked", equalTo("no-show"));
        DATABASE.run("update referral set scheduled_at = now() - interval '1 minute' where id = ?::uuid", referral);
        read(RECEIVER, referral).body("allowedActions", hasItem("no-show"));
        command(SENDER, referral, "no-show").statusCode(403);
        command(RECEIVER, referral, "no-show").statusCode(200).body("status", equalTo("unsuccessful"))
                .body("reason.code", equalTo("did-not-come")).body("providerResult", equalTo("none"));
        assertEquals(5, Directory.places(Directory.EVICTION_DEFENCE), "the place is given back");
        read(SENDER, referral).body("allowedActions", hasItems("next-match", "client-view"));
    }

    @Test
    void anImpossibleTimeOrZoneIsNamed() {
        refused("{\"at\": \"%s\", \"timeZone\": \"Europe/Vienna\"}".formatted(Instant.now().minusSeconds(60)), "/at",
                "past");
        refused("{\"at\": \"9999-01-01T00:00:00Z\", \"timeZone\": \"Europe/Vienna\"}", "/at", "too-far");
        refused(appointment(3).replace("Europe/Vienna", "Europe/Atlantis"), "/timeZone", "unknown-zone");
        refused(appointment(3).replace("Europe/Vienna", "+02:00"), "/timeZone", "unknown-zone");
        refused("{\"at\": \"%s\"}".formatted(Instant.now().plusSeconds(60)), "/timeZone", "required");
        command(RECEIVER, referral, "schedule", "{\"at\": \"2027-02-30T10:00:00Z\", \"timeZone\": \"Europe/Vienna\"}")
                .statusCode(400).body("violations.field", contains("/at"));
        read(RECEIVER, referral).body("status", equalTo("accepted"));
    }

    private void refused(String body, String field, String code) {
        command(RECEIVER, referral, "schedule", body).statusCode(400)
                .body("type", equalTo("urn:alongside:problem:invalid-input")).body("violations.field", contains(field))
                .body("violations.code", contains(code));
    }
}

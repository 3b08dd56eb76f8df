package org.alongside.referral.referral;

import static org.alongside.referral.referral.Referrals.DATABASE;
import static org.alongside.referral.referral.Referrals.INTAKE;
import static org.alongside.referral.referral.Referrals.RECEIVER;
import static org.alongside.referral.referral.Referrals.SENDER;
import static org.alongside.referral.referral.Referrals.client;
import static org.alongside.referral.referral.Referrals.command;
import static org.alongside.referral.referral.Referrals.consent;
import static org.alongside.referral.referral.Referrals.drafted;
import static org.alongside.referral.referral.Referrals.read;
import static org.alongside.referral.referral.Referrals.received;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.alongside.referral.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Accepting takes a place, ending gives it back, and there are never more taken than there were. */
@QuarkusTest
class CapacityTest {

    private static final int PLACES = 10;
    private static final int REFERRALS = 200;
    private static final int AT_ONCE = REFERRALS;

    @BeforeEach
    void freshGrants() {
        INTAKE.beat();
    }

    @Test
    void ofTwoHundredWhoAcceptAtOnceAsManySucceedAsThereArePlaces() throws Exception {
        Directory.places(Directory.PROTECTION_LAW, PLACES);
        UUID client = client();
        consent(client, Map.of());
        List<String> referrals = IntStream.range(0, REFERRALS).mapToObj(each -> sent(client)).toList();
        referrals.forEach(referral -> Referrals.tellGrant(UUID.randomUUID(), referral, client, null));
        String last = referrals.get(REFERRALS - 1);
        Referrals.await("the grants", () -> read(RECEIVER, last).extract().statusCode() == 200);

        List<Integer> answers = allAtOnce(referrals);

        assertEquals(PLACES, answers.stream().filter(status -> status == 200).count());
        assertEquals(REFERRALS - PLACES, answers.stream().filter(status -> status == 409).count());
        assertEquals(0, Directory.places(Directory.PROTECTION_LAW));
        assertEquals(PLACES,
                DATABASE.strings("select id::text from referral where status = 'accepted' and client_id = ?",
                        client).size());
        takesThePlaceGivenBack(referrals, answers);
    }

    @Test
    void everyEndGivesThePlaceBackOnce() {
        Directory.places(Directory.EVICTION_DEFENCE, 5);
        ends("complete", RECEIVER, "{\"providerResult\": \"partly\"}");
        ends("unsuccessful", RECEIVER, "{\"reason\": \"did-not-come\"}");
        ends("cancel", SENDER, "{\"reason\": \"client-changed-mind\"}");
        ends("enter-in-error", SENDER, "");
    }

    @Test
    void whatHoldsNoPlaceGivesNoneBack() {
        Directory.places(Directory.EVICTION_DEFENCE, 5);
        String referral = received(client(), Directory.EVICTION_DEFENCE);
        command(RECEIVER, referral, "decline", "{\"reason\": \"not-eligible\"}").statusCode(200);
        assertEquals(5, Directory.places(Directory.EVICTION_DEFENCE));
    }

    @Test
    void aServiceWithoutCapacityHasNoLimitAndOneWithoutPlacesAcceptsNobody() {
        String unlimited = received(client(), Directory.TENANT_ADVICE_LINE);
        command(RECEIVER, unlimited, "accept").statusCode(200);
        Directory.places(Directory.EVICTION_DEFENCE, 0);
        String full = received(client(), Directory.EVICTION_DEFENCE);
        command(RECEIVER, full, "accept").statusCode(409).body("type",
                equalTo("urn:alongside:problem:capacity-exhausted"));
        read(RECEIVER, full).body("status", equalTo("requested"));
        command(RECEIVER, full, "waitlist").statusCode(200);
        Directory.places(Directory.EVICTION_DEFENCE, 1);
        command(RECEIVER, full, "accept").statusCode(200);
        assertEquals(0, Directory.places(Directory.EVICTION_DEFENCE));
    }

    @Test
    void theLoginOfRequestsCanChangeNothingElseOfTheDirectory() throws SQLException {
        refusedToApp("update service_capacity set maximum = 99");
        refusedToApp("update service set status = 'inactive'");
        refusedToApp("delete from service_capacity");
    }

    private static void refusedToApp(String sql) throws SQLException {
        try (Connection connection = DATABASE.superuser(); Statement statement = connection.createStatement()) {
            statement.execute("set role referral_app");
            SQLException refusal = assertThrows(SQLException.class, () -> statement.execute(sql));
            assertEquals("42501", refusal.getSQLState(), sql);
        }
    }

    private static void ends(String command, String who, String body) {
        String referral = received(client(), Directory.EVICTION_DEFENCE);
        command(RECEIVER, referral, "accept").statusCode(200);
        assertEquals(4, Directory.places(Directory.EVICTION_DEFENCE), command);
        command(who, referral, command, body).statusCode(200);
        assertEquals(5, Directory.places(Directory.EVICTION_DEFENCE), command);
    }

    private static void takesThePlaceGivenBack(List<String> referrals, List<Integer> answers) {
        String accepted = referrals.get(answers.indexOf(200));
        String refused = referrals.get(answers.indexOf(409));
        command(RECEIVER, accepted, "complete", "{\"providerResult\": \"service-given\"}").statusCode(200);
        command(RECEIVER, refused, "accept").statusCode(200);
        assertEquals(0, Directory.places(Directory.PROTECTION_LAW));
    }

    private static String sent(UUID client) {
        String referral = drafted(client, Directory.PROTECTION_LAW);
        command(SENDER, referral, "request").statusCode(200);
        return referral;
    }

    private static List<Integer> allAtOnce(List<String> referrals) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Integer>> accepts = referrals.stream().<Callable<Integer>>map(each -> () -> accept(each))
                    .toList();
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : crowd.invokeAll(accepts)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            crowd.shutdownNow();
        }
    }

    /** A busy machine may answer 503, try again: done here as a caller would. */
    private static int accept(String referral) {
        int status = 503;
        for (int tries = 0; status == 503 && tries < 50; tries++) {
            status = command(RECEIVER, referral, "accept").extract().statusCode();
        }
        assertTrue(status != 503, "no answer but 503");
        return status;
    }
}

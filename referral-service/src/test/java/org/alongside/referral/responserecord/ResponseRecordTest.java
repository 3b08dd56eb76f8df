package org.alongside.referral.responserecord;

import static org.alongside.referral.referral.Referrals.DATABASE;
import static org.alongside.referral.referral.Referrals.as;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Tokens;
import org.alongside.referral.Directory;
import org.alongside.referral.referral.Referrals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** How often an agency answered in time is told in steps, from five referrals on, and counts in the score. */
@QuarkusTest
class ResponseRecordTest {

    private static final String COORDINATOR = Tokens.token(Tokens.FAMILY_SERVICES, Role.REFERRAL_COORDINATOR);
    private static final String QUESTION = "{\"category\": \"legal-aid\", \"areaPostalCode\": \"00103\", \"limit\": 100}";
    private static final String OF_LEGAL_AID = "matches.find { it.serviceName == 'Eviction Defence' }";

    @Inject
    ResponseRecords records;

    private final UUID agency = Tokens.LEGAL_AID;
    private final UUID client = Referrals.client();

    /** What other tests told of this agency has to be out of the way, and comes back: reports count it. */
    @BeforeEach
    void setAside() throws SQLException {
        DATABASE.run("create table aside as select * from reported_event");
        DATABASE.run("delete from reported_event");
    }

    @AfterEach
    void putBack() throws SQLException {
        DATABASE.run("delete from reported_event");
        DATABASE.run("insert into reported_event select * from aside");
        DATABASE.run("drop table aside");
        DATABASE.run("delete from response_record");
    }

    @Test
    void fourAnswersMakeNoRecordAndFiveDo() throws SQLException {
        tell(4, "accepted", 1);
        assertEquals(List.of(), refreshed());
        int before = found("unknown", 0, 0);
        tell(1, "declined", 1);
        assertEquals(List.of("100"), refreshed());
        int after = found("nearly-all", 10, 10);
        assertTrue(after > before, after + " after " + before);
    }

    @Test
    void lateIsWhatWasAnsweredAfterThePromiseOrNever() throws SQLException {
        tell(3, "waitlisted", 23);
        tell(1, "accepted", 25);
        tell(1, "expired", 48);
        assertEquals(List.of("60"), refreshed());
        found("half", 4, 10);
        tell(2, "requested", 0);
        assertEquals(List.of("42"), refreshed(), "whose promise is over");
        found("few", 0, 10);
    }

    @Test
    void whatTheSenderTookBackInTimeCountsNeitherWay() throws SQLException {
        tell(4, "accepted", 1);
        tell(1, "cancelled", 2);
        tell(1, "entered-in-error", 30);
        assertEquals(List.of(), refreshed());
        tell(1, "cancelled", 30);
        assertEquals(List.of("80"), refreshed());
        found("most", 7, 10);
    }

    @Test
    void whatIsLongAgoIsForgotten() throws SQLException {
        tell(5, "accepted", 1);
        DATABASE.run(
                "update reported_event set at = at - interval '181 days', respond_by = respond_by - interval '181 days'");
        assertEquals(List.of(), refreshed());
    }

    /** Referrals sent three days ago with a promise of a day, and what became of each so many hours after. */
    private void tell(int times, String status, int hours) throws SQLException {
        for (int i = 0; i < times; i++) {
            UUID id = UUID.fromString(Referrals.drafted(client, Directory.EVICTION_DEFENCE));
            event(id, 1, "requested", "requested", 0);
            if (!status.equals("requested")) {
                event(id, 2, "moved", status, hours);
            }
        }
    }

    private void event(UUID id, int version, String verb, String status, int hours) throws SQLException {
        DATABASE.run("insert into reported_event (referral_id, version, at, verb, sender, recipient, category, status,"
                + " respond_by) values (?, ?, now() - interval '3 days' + ? * interval '1 hour', ?, ?, ?, 'legal-aid',"
                + " ?, now() - interval '2 days')", id, version, hours, verb, Tokens.FAMILY_SERVICES, agency, status);
    }

    private List<String> refreshed() {
        records.refresh();
        return DATABASE.strings("select in_time from response_record where agency_id = ?", agency);
    }

    /** @return the score */
    private static int found(String code, int points, int of) {
        String factor = OF_LEGAL_AID + ".factors.find { it.factor == 'record' }.";
        return as(COORDINATOR).body(QUESTION).post("/v1/matches").then().statusCode(200)
                .body(factor + "code", equalTo(code)).body(factor + "points", equalTo(points))
                .body(factor + "of", equalTo(of)).extract().path(OF_LEGAL_AID + ".score");
    }
}

package org.alongside.referral.report;

import static org.alongside.referral.referral.Referrals.DATABASE;
import static org.alongside.referral.referral.Referrals.INTAKE;
import static org.alongside.referral.referral.Referrals.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** Reports count what the events of referrals tell, as of any time, and tell nothing of fewer than five. */
@QuarkusTest
class ReportTest {

    private static final String SUPERVISOR = Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR);
    private static final String ADMIN = Tokens.token(Tokens.LEGAL_AID, Role.AGENCY_ADMIN);
    /** The months around now, so that no test depends on whether one ends in the middle of it. */
    private static final YearMonth NOW = YearMonth.now(ZoneOffset.UTC);
    private static final String PERIOD = "/v1/reports/referrals?from=" + NOW.minusMonths(2) + "&to="
            + NOW.plusMonths(1);

    private static final List<List<String>> PATHS = List.of(List.of(), List.of("waitlist"),
            List.of("waitlist", "accept"),
            List.of("decline:no-funds"), List.of("decline:no-capacity"), List.of("cancel:duplicate"), List.of("accept"),
            List.of("accept", "start", "complete:service-given", "client-view:met"),
            List.of("accept", "client-view:not-met", "complete:partly"), List.of("accept", "complete:information-only"),
            List.of("accept", "unsuccessful:did-not-come"), List.of("enter-in-error"),
            List.of("accept", "complete:service-given", "client-view:unknown", "client-view:met"));

    @BeforeEach
    void freshGrants() {
        INTAKE.beat();
    }

    @Test
    void theFunnelIsWhatTheEventsTell() throws IOException {
        Scripts scripts = new Scripts("transportation-insecurity");
        scripts.refer(6, Tokens.LEGAL_AID, "accept", "start", "complete:service-given", "client-view:met");
        scripts.refer(5, Tokens.LEGAL_AID, "decline:no-funds");
        scripts.refer(5, Tokens.LEGAL_AID);
        String mistake = scripts.refer(Tokens.LEGAL_AID, "enter-in-error");
        ExtractableResponse<Response> report = report(SUPERVISOR, "&category=transportation-insecurity").statusCode(200)
                .body("rows", hasSize(1)).body("rows[0].key", nullValue())
                .body("rows[0].funnel.sent.value", equalTo(16))
                .body("rows[0].funnel.answered.value", equalTo(11)).body("rows[0].funnel.accepted.value", equalTo(6))
                .body("rows[0].funnel.served.value", equalTo(6)).body("rows[0].funnel.needMet.value", equalTo(6))
                .body("rows[0].funnel.sent.suppressed", equalTo(false))
                .body("rows[0].statuses.find { it.status == 'declined' }.referrals.value", equalTo(5))
                .body("rows[0].statuses.find { it.status == 'expired' }.referrals.value", equalTo(0))
                .body("rows[0].statuses.status", not(hasItem("entered-in-error")))
                .body("rows[0].reasons.reason", contains("no-funds"))
                .body("rows[0].reasons[0].referrals.value", equalTo(5))
                .body("rows[0].closings.serviceGiven", contains("service-given"))
                .body("rows[0].closings.needMet", contains("met")).body("settled", equalTo(false)).extract();
        NaiveReport expected = NaiveReport.of("transportation-insecurity", null);
        same(expected, report, 0);
        assertEquals(Integer.valueOf(expected.events()), report.path("events.value"));
        String text = report.asString();
        assertFalse(text.contains(mistake) || text.contains(scripts.client().toString()), text);
    }

    /** What is hidden is small, or protects what is small; everything else is as counted from the events. */
    @Test
    void randomReferralsAreCountedAsTheEventsTell() throws IOException {
        long seed = Long.getLong("alongside.test.seed", new Random().nextLong());
        Random random = new Random(seed);
        Scripts scripts = new Scripts("digital-access");
        for (int i = 0; i < 60; i++) {
            UUID agency = random.nextInt(3) == 0 ? Tokens.HOUSING : Tokens.LEGAL_AID;
            scripts.refer(agency, PATHS.get(random.nextInt(PATHS.size())).toArray(String[]::new));
        }
        String where = "seed " + seed;
        ExtractableResponse<Response> all = report(SUPERVISOR, "&category=digital-access").extract();
        assertTrue(same(NaiveReport.of("digital-access", null), all, 0) > 0, where);
        ExtractableResponse<Response> byAgency = report(SUPERVISOR, "&groupBy=recipient&category=digital-access")
                .body("rows.key", contains(Tokens.LEGAL_AID.toString(), Tokens.HOUSING.toString())).extract();
        same(NaiveReport.of("digital-access", Tokens.LEGAL_AID), byAgency, 0);
        same(NaiveReport.of("digital-access", Tokens.HOUSING), byAgency, 1);
    }

    /** The login of requests ends every other statement after 1.5 seconds. */
    @Test
    void aReportMayTakeLongerThanOtherRequests() throws SQLException {
        new Scripts("stress").refer(Tokens.LEGAL_AID);
        DATABASE.run(
                "alter policy reports on reported_event using (access_open() and (select pg_sleep(2)) is not null)");
        try {
            report(SUPERVISOR, "&category=stress").statusCode(200).body("rows", hasSize(1));
        } finally {
            DATABASE.run("alter policy reports on reported_event using (access_open())");
        }
    }

    @Test
    void anEarlierReportIsMadeAgain() {
        Scripts scripts = new Scripts("digital-literacy");
        String first = scripts.refer(Tokens.LEGAL_AID);
        scripts.refer(9, Tokens.LEGAL_AID);
        ExtractableResponse<Response> earlier = report(SUPERVISOR, "&category=digital-literacy")
                .body("rows[0].funnel.sent.value", equalTo(10)).body("rows[0].funnel.answered.value", equalTo(0))
                .extract();
        scripts.goOn(Tokens.LEGAL_AID, first, "accept", "complete:service-given");
        scripts.refer(5, Tokens.LEGAL_AID, "decline:no-funds");
        report(SUPERVISOR, "&category=digital-literacy").body("rows[0].funnel.sent.value", equalTo(15))
                .body("rows[0].funnel.answered.value", equalTo(6));
        String asOf = "&category=digital-literacy&asOf=" + earlier.path("asOf");
        assertEquals(earlier.asString(), report(SUPERVISOR, asOf).extract().asString());
        report(SUPERVISOR, "&category=digital-literacy&asOf=2020-01-01T00:00:00Z").body("rows", hasSize(0))
                .body("events.value", equalTo(0)).body("settled", equalTo(true));
    }

    @Test
    void fewerThanFiveAreNotTold() {
        Scripts scripts = new Scripts("elder-abuse");
        scripts.refer(3, Tokens.LEGAL_AID, "decline:no-funds");
        report(SUPERVISOR, "&category=elder-abuse").body("rows[0].funnel.sent.suppressed", equalTo(true))
                .body("rows[0].funnel.sent.value", nullValue()).body("events.suppressed", equalTo(true))
                .body("rows[0].statuses.referrals.suppressed", everyItem(equalTo(true)))
                .body("rows[0].reasons", hasSize(0)).body("rows[0].answer.median", nullValue());
        scripts.refer(6, Tokens.LEGAL_AID, "accept");
        report(SUPERVISOR, "&category=elder-abuse").body("rows[0].funnel.sent.value", equalTo(9))
                .body("rows[0].statuses.find { it.status == 'declined' }.referrals.suppressed", equalTo(true))
                .body("rows[0].statuses.find { it.status == 'accepted' }.referrals.suppressed", equalTo(true))
                .body("rows[0].funnel.accepted.suppressed", equalTo(true))
                .body("rows[0].funnel.answered.value", equalTo(9))
                .body("rows[0].statuses.find { it.status == 'expired' }.referrals.value", equalTo(0));
    }

    @Test
    void aSmallGroupCannotBeComputedFromTheOthers() {
        Scripts scripts = new Scripts("veteran-status");
        scripts.refer(2, Tokens.HOUSING);
        scripts.refer(7, Tokens.LEGAL_AID);
        report(SUPERVISOR, "&category=veteran-status").body("rows[0].funnel.sent.value", equalTo(9));
        report(SUPERVISOR, "&category=veteran-status&groupBy=recipient").body("rows.funnel.sent.suppressed",
                contains(true, true));
    }

    @Test
    void timesAreCountedFromSending() throws SQLException {
        Scripts scripts = new Scripts("employment-status");
        for (int minutes = 1; minutes <= 9; minutes++) {
            String referral = scripts.refer(Tokens.LEGAL_AID, "accept", "complete:partly");
            took(referral, "accepted", minutes * 60);
            took(referral, "completed", minutes * 600);
        }
        report(SUPERVISOR, "&category=employment-status").body("rows[0].answer.median", equalTo(5))
                .body("rows[0].answer.ninetiethPercentile", nullValue()).body("rows[0].end.median", equalTo(50));
        took(scripts.refer(Tokens.LEGAL_AID, "accept"), "accepted", 599);
        report(SUPERVISOR, "&category=employment-status").body("rows[0].answer.median", equalTo(5))
                .body("rows[0].answer.ninetiethPercentile", equalTo(9)).body("rows[0].end.median", equalTo(50));
    }

    /** Lets an event of the past have come so many seconds after the sending, which goes back to make room. */
    private static void took(String referral, String status, int seconds) throws SQLException {
        DATABASE.run("update reported_event set at = date_trunc('second', now()) - interval '2 days'"
                + " where referral_id = ?::uuid and verb = 'requested'", referral);
        DATABASE.run("update reported_event e set at = q.at + ? * interval '1 second' from reported_event q"
                + " where q.referral_id = e.referral_id and q.verb = 'requested' and e.referral_id = ?::uuid"
                + " and e.status = ?", seconds, referral, status);
    }

    @Test
    void aReferralStaysInTheMonthInWhichItWasSent() throws SQLException {
        Scripts scripts = new Scripts("stress");
        for (int i = 0; i < 5; i++) {
            DATABASE.run(
                    "update reported_event set at = date_trunc('month', now() at time zone 'UTC') at time zone 'UTC'"
                            + " - interval '1 second' where referral_id = ?::uuid and verb = 'requested'",
                    scripts.refer(Tokens.LEGAL_AID, "accept"));
        }
        scripts.refer(6, Tokens.LEGAL_AID);
        report(SUPERVISOR, "&category=stress&groupBy=month").body("rows.key", contains(NOW.minusMonths(1).toString(),
                NOW.toString())).body("rows.funnel.sent.value", contains(5, 6))
                .body("rows.funnel.accepted.value", contains(5, 0)).body("groupBy", equalTo("month"));
        ask(SUPERVISOR, "/v1/reports/referrals?category=stress&from=" + NOW.minusMonths(1) + "&to="
                + NOW.minusMonths(1)).body("rows[0].funnel.sent.value", equalTo(5));
    }

    @Test
    void anAgencySeesWhatItSentOrReceived() throws SQLException {
        Scripts scripts = new Scripts("social-connection");
        scripts.refer(5, Tokens.LEGAL_AID);
        scripts.refer(6, Tokens.HOUSING);
        String query = "&category=social-connection";
        report(SUPERVISOR, query).body("rows[0].funnel.sent.value", equalTo(11));
        report(SUPERVISOR, query + "&recipient=" + Tokens.HOUSING).body("rows[0].funnel.sent.value", equalTo(6));
        report(SUPERVISOR, query + "&sender=" + Tokens.HOUSING).body("rows", hasSize(0));
        report(SUPERVISOR, query + "&groupBy=sender").body("rows.key", contains(Tokens.FAMILY_SERVICES.toString()));
        report(SUPERVISOR, query + "&groupBy=category").body("rows.key", contains("social-connection"));
        report(ADMIN, query).body("rows[0].funnel.sent.value", equalTo(5));
        report(Tokens.token(Tokens.OVERSIGHT, Role.SUPERVISOR), query).statusCode(200).body("rows", hasSize(0));
        for (Role role : new Role[]{Role.REFERRAL_COORDINATOR, Role.CASE_WORKER, Role.RECEIVING_WORKER, Role.AUDITOR,
                Role.SYSTEM_ADMIN, Role.PARTNER_SYSTEM}) {
            report(Tokens.token(Tokens.FAMILY_SERVICES, role), query).statusCode(403);
        }
        ask("no-token", PERIOD).statusCode(401);
    }

    @Test
    void theReadIsRecordedAsOneWithoutAClient() {
        String access = report(SUPERVISOR, "").statusCode(200).extract().header("Alongside-Access-Id");
        List<String> events = DATABASE.strings("select convert_from(payload, 'UTF8') from outbox"
                + " where topic = 'audit.access.v1' and convert_from(payload, 'UTF8') like ?", "%" + access + "%");
        assertEquals(1, events.size());
        assertTrue(events.get(0).contains("report.referrals") && events.get(0).contains("HOPERAT")
                && !events.get(0).contains("\"client"), events.get(0));
    }

    @Test
    void theDatabaseGivesFiguresToAnOpenAccessAloneAndRowsToNobody() throws SQLException {
        new Scripts("inadequate-housing").refer(Tokens.LEGAL_AID);
        String count = "select count(*) from reported_referrals('2020-01-01', '2100-01-01', now())"
                + " where category = 'inadequate-housing'";
        assertEquals(1, DATABASE.countAs("referral_app", Tokens.FAMILY_SERVICES, count));
        assertEquals(1, DATABASE.countAs("referral_app", Tokens.LEGAL_AID, count));
        assertEquals(0, DATABASE.countAs("referral_app", Tokens.HOUSING, count));
        assertEquals(0, DATABASE.countAs("referral_app", null, count));
        for (String sql : List.of("select count(*) from reported_event", "update reported_event set at = now()",
                "delete from reported_event")) {
            assertEquals("42501", assertThrows(SQLException.class,
                    () -> DATABASE.countAs("referral_app", Tokens.FAMILY_SERVICES, sql)).getSQLState(), sql);
        }
    }

    @Test
    void whatIsNoPeriodIsRefused() {
        String reports = "/v1/reports/referrals?";
        refuse(reports + "to=2026-01", "query:from");
        for (String month : List.of("2026-13", "2026", "2026-01-01", "0000-01", "+2026-01", "x")) {
            refuse(reports + "to=2026-01&from=" + month, "query:from");
        }
        refuse(reports + "from=2026-02&to=2026-01", "query:to");
        refuse(reports + "from=2023-01&to=2026-01", "query:to");
        ask(SUPERVISOR, reports + "from=2023-02&to=2026-01").statusCode(200);
        refuse(reports + "from=2026-01&to=2026-01&asOf=9999-01-01T00:00:00Z", "query:asOf");
        ask(SUPERVISOR, PERIOD + "&category=nothing").statusCode(400).body("type",
                equalTo("urn:alongside:problem:unknown-code"));
        ask(SUPERVISOR, PERIOD + "&groupBy=client").statusCode(400).body("allowed",
                contains("category", "sender", "recipient", "month"));
    }

    private static void refuse(String path, String field) {
        ask(SUPERVISOR, path).statusCode(400).body("violations.field", contains(field));
    }

    private static ValidatableResponse report(String token, String query) {
        return ask(token, PERIOD + query);
    }

    private static ValidatableResponse ask(String token, String path) {
        return as(token).urlEncodingEnabled(false).get(path.replace("+", "%2B")).then();
    }

    /** @return how many figures are shown that are not zero */
    private static int same(NaiveReport expected, ExtractableResponse<Response> report, int row) {
        Map<String, Map<String, Object>> shown = figures(report.path("rows[" + row + "]"));
        expected.figures()
                .forEach((figure, value) -> assertTrue(shown.containsKey(figure) || isHidden(shown, "funnel.sent"),
                        figure + " occurs " + value + " times and is not there"));
        int told = 0;
        for (Map.Entry<String, Map<String, Object>> figure : shown.entrySet()) {
            int value = expected.value(figure.getKey());
            if (!isHidden(shown, figure.getKey())) {
                assertEquals(value, figure.getValue().get("value"), figure.getKey());
                assertTrue(value == 0 || value >= 5, figure.getKey());
                told += value == 0 ? 0 : 1;
            }
        }
        return told;
    }

    private static boolean isHidden(Map<String, Map<String, Object>> figures, String figure) {
        return Boolean.TRUE.equals(figures.get(figure).get("suppressed"));
    }

    private static Map<String, Map<String, Object>> figures(Map<String, Object> row) {
        Map<String, Map<String, Object>> figures = new HashMap<>();
        ReportTest.<Map<String, Map<String, Object>>>of(row, "funnel")
                .forEach((stage, count) -> figures.put("funnel." + stage, count));
        for (Map<String, Object> each : ReportTest.<List<Map<String, Object>>>of(row, "statuses")) {
            figures.put("status " + each.get("status"), of(each, "referrals"));
        }
        for (Map<String, Object> each : ReportTest.<List<Map<String, Object>>>of(row, "reasons")) {
            figures.put("reason " + each.get("status") + " " + each.get("reason"), of(each, "referrals"));
        }
        for (Map<String, Object> each : ReportTest.<List<Map<String, Object>>>of(row, "closings")) {
            figures.put("closing " + each.get("serviceGiven") + " " + each.get("needMet"), of(each, "referrals"));
        }
        return figures;
    }

    @SuppressWarnings("unchecked")
    private static <T> T of(Map<String, Object> node, String member) {
        return (T) node.get(member);
    }
}

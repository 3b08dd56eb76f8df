package org.alongside.audit.console;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.alongside.audit.Eventually;
import org.alongside.audit.Source;
import org.alongside.audit.alert.Evaluation;
import org.alongside.audit.alert.Judging;
import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** What the pages of the console show to whom. Their look and the login are tried in a browser by {@code system-tests}. */
@QuarkusTest
class ConsoleTest {

    @Inject
    Evaluation evaluation;

    private final Database database = new Database("audit");
    private final Source source = new Source();
    private final UUID client = UUID.randomUUID();
    private final UUID actor = UUID.randomUUID();
    private final UUID auditorId = UUID.randomUUID();
    private final String auditor = Tokens.of(Tokens.OVERSIGHT, Role.AUDITOR).subject(auditorId).sign();
    private final UUID officerId = UUID.randomUUID();
    private final UUID home = UUID.randomUUID();
    private final String officer = Tokens.of(home, Role.PRIVACY_OFFICER).subject(officerId).sign();
    private long sequence;

    @Test
    void findsWhatTheApiFindsAndRecordsTheReading() {
        log(Map.of("client", client, "op", "case.read"));
        log(Map.of("client", UUID.randomUUID(), "op", "case.change"));

        send("/console/search", Map.of("client", client)).statusCode(200).contentType("text/html")
                .body(allOf(containsString("case.read"), not(containsString("case.change"))));

        Eventually.until(() -> database.strings(
                "select outcome from log_entry where actor = ? and client = ? and operation = 'access-event.search'",
                auditorId.toString(), client).equals(List.of("allowed")));
    }

    @Test
    void hostileTextIsShownAndNotObeyed() {
        log(Map.of("client", client, "actor", "<script src=//x>'\"&amp;{7*7}"));

        send("/console/search", Map.of("client", client)).statusCode(200)
                .body(allOf(containsString("&lt;script src=//x&gt;"), not(containsString("<script src")),
                        containsString("&#39;&quot;&amp;amp;{7*7}")));
        send("/console/search", Map.of("operation", "\"><img src=x onerror=alert(1)>")).statusCode(400)
                .body(allOf(not(containsString("<img")), containsString("&quot;&gt;&lt;img")));
    }

    @Test
    void pagesFollowOneAnotherWithoutRepeating() {
        for (int i = 0; i < 51; i++) {
            log(Map.of("client", client, "op", "step." + i + ".end"));
        }
        String first = send("/console/search", Map.of("client", client)).statusCode(200).extract().asString();
        String cursor = first.replaceAll("(?s).*name=\"cursor\" value=\"([^\"]*)\".*", "$1");

        send("/console/search", Map.of("client", client, "cursor", cursor)).statusCode(200)
                .body(allOf(containsString("step.0.end"), not(containsString("step.1.end")),
                        not(containsString("name=\"cursor\""))));
    }

    @Test
    void countsAccessesAndRefusalsByHour() {
        log(Map.of("actor", actor.toString(), "at", "2021-03-04T05:06:07Z"));
        log(Map.of("actor", actor.toString(), "at", "2021-03-04T05:59:59.999Z", "outcome", "denied"));
        log(Map.of("actor", actor.toString(), "at", "2021-03-04T06:00:00Z", "outcome", "not-visible"));
        log(Map.of("actor", actor.toString(), "at", "2021-03-05T00:00:00Z"));

        send("/console/timeline", Map.of("actor", actor, "from", "2021-03-04T00:00", "to", "2021-03-05T00:00"))
                .statusCode(200)
                .body(allOf(containsString("3 entries, 2 of them refused"),
                        containsString("2021-03-04 05:00:00: 1 allowed, 1 refused, 0 failed"),
                        containsString("2021-03-04 06:00:00: 0 allowed, 1 refused, 0 failed")));
        send("/console/timeline", Map.of("actor", actor, "from", "2021-01-01T00:00", "to", "2021-04-04T00:00"))
                .statusCode(400).body(containsString("at most 92 days"));
        send("/console/day", Map.of("actor-at", actor + " 2021-03-04T05:06:07Z")).statusCode(200)
                .body(allOf(containsString("3 entries, 2 of them refused"),
                        containsString("datetime=\"2021-03-04T05")));
    }

    @Test
    void timelineIsBoundToTheAgencyOfAPrivacyOfficer() {
        log(Map.of("actor", actor.toString(), "at", "2021-03-04T05:06:07Z", "agency", Tokens.LEGAL_AID));
        log(Map.of("actor", actor.toString(), "at", "2021-03-04T05:06:08Z", "agency", Tokens.HOUSING));

        post(Tokens.token(Tokens.HOUSING, Role.PRIVACY_OFFICER), "/console/timeline",
                Map.of("actor", actor, "from", "2021-03-04T00:00", "to", "2021-03-05T00:00")).statusCode(200)
                .body(containsString("1 entry, 0 of them refused"));
    }

    @Test
    void anEntryIsShownWithItsProofAndHiddenFromOthers() {
        log(Map.of("client", client, "agency", Tokens.LEGAL_AID, "home", Tokens.LEGAL_AID, "roles",
                List.of("case-worker", "supervisor")));
        long index = Long.parseLong(
                database.strings("select entry_index from log_entry where source = ?", source.name()).get(0));
        Eventually.until(() -> get(auditor, "/console/entries/" + index + "/proof").extract().statusCode() == 200);

        get(auditor, "/console/entries/" + index).statusCode(200)
                .body(allOf(containsString(client.toString()), containsString("<dd>case-worker, supervisor</dd>")));
        get(auditor, "/console/entries/" + index + "/proof").contentType("application/json").body("entryIndex",
                equalTo((int) index));
        String housing = Tokens.token(Tokens.HOUSING, Role.PRIVACY_OFFICER);
        get(housing, "/console/entries/" + index).statusCode(404).contentType("text/html")
                .body(not(containsString(client.toString())));
        get(housing, "/console/entries/" + index + "/proof").statusCode(404);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"AUDITOR", "PRIVACY_OFFICER"}, mode = EnumSource.Mode.EXCLUDE)
    void everyPageIsClosedToOtherRoles(Role role) {
        String token = Tokens.token(Tokens.FAMILY_SERVICES, role);
        for (String page : List.of("", "/search", "/timeline", "/client", "/day", "/emergency", "/alerts",
                "/alerts/" + client,
                "/log", "/entries/0")) {
            get(token, "/console" + page).statusCode(403).contentType("text/html")
                    .body(containsString("<h1>Your role does not permit this</h1>"));
        }
        for (String page : List.of("search", "timeline", "client", "day", "alerts/" + client + "/review")) {
            post(token, "/console/" + page, Map.of("client", client)).statusCode(403).contentType("text/html");
        }
    }

    @Test
    void withoutALoginNothingIsShown() {
        for (String page : List.of("", "/search", "/emergency", "/alerts", "/alerts/" + client, "/log", "/entries/0",
                "/entries/0/proof")) {
            given().redirects().follow(false).get("/console" + page).then().statusCode(401);
        }
        given().get("/console/logged-out").then().statusCode(200);
        given().get("/console/assets/console.css").then().statusCode(200);
    }

    @Test
    void theLogIsForAuditors() {
        log(Map.of());
        get(auditor, "/console/log").statusCode(200).body(allOf(containsString("Whether the log is whole"),
                containsString("<h2 id=\"months\">"), containsString("are in force")));
        get(Tokens.token(Tokens.HOUSING, Role.PRIVACY_OFFICER), "/console/log").statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none", ""})
    void formsOfOtherSitesAreRefusedAndRecorded(String site) {
        UUID subject = UUID.randomUUID();
        given().auth().oauth2(Tokens.of(Tokens.OVERSIGHT, Role.AUDITOR).subject(subject).sign())
                .header("Sec-Fetch-Site", site).formParam("client", client).post("/console/search").then()
                .statusCode(403).contentType("text/html");
        Eventually.until(() -> database.strings("select outcome from log_entry where actor = ?", subject.toString())
                .equals(List.of("denied")));
    }

    @Test
    void emergencyAccessesAreListed() {
        log(Map.of("client", client, "basis", "emergency", "purpose", "ETREAT"));
        get(auditor, "/console/emergency").statusCode(200).body(containsString(client.toString()));
    }

    @Test
    void anAlertIsShownInPlainWordsWithItsEntriesAndReviewed() {
        emergency(actor.toString());
        String alert = judged();
        String entry = database.strings("select entry_index from log_entry where source = ?", source.name()).get(0);
        get(officer, "/console/alerts").statusCode(200)
                .body(allOf(containsString("/console/alerts/" + alert), containsString("a review is due within 72"),
                        containsString(actor.toString()), containsString(client.toString())));
        get(officer, "/console/alerts/" + alert).statusCode(200)
                .body(allOf(containsString("href=\"/console/entries/" + entry + "\""),
                        containsString("name=\"verdict\""), containsString("a review is due within 72")));

        review(officer, alert, "appropriate", "emergency-confirmed", "0").statusCode(303).header("Location",
                endsWith("/console/alerts/" + alert));
        assertEquals(List.of("appropriate emergency-confirmed " + officerId), verdict(alert));
        get(officer, "/console/alerts/" + alert).statusCode(200).body(allOf(containsString("emergency-confirmed"),
                containsString(officerId.toString()), not(containsString("name=\"verdict\""))));
        get(officer, "/console/alerts").body(not(containsString(alert)));
        get(officer, "/console/alerts?status=reviewed").body(containsString(alert));
        get(officer, "/console/alerts?status=&rule=many-clients").body(not(containsString(alert)));
        Eventually.until(() -> database.strings("""
                select operation from log_entry where actor = ? and outcome = 'allowed'
                   and (client = ? or operation = 'alert.search') order by at limit 4""", officerId.toString(), client)
                .equals(List.of("alert.search", "alert.read", "alert.review", "alert.read")));
    }

    @Test
    void aReviewThatCannotBeTakenIsAPlainPageAndLeavesTheAlertOpen() {
        emergency(officerId.toString());
        String own = judged();
        get(officer, "/console/alerts/" + own).statusCode(200)
                .body(allOf(containsString("It is about you"), not(containsString("name=\"verdict\""))));
        review(officer, own, "appropriate", "other", "0").statusCode(403)
                .body(containsString("Nobody reviews an alert about themselves"));

        String another = Tokens.token(home, Role.PRIVACY_OFFICER);
        review(another, own, "", "other", "0").statusCode(400).contentType("text/html")
                .body(allOf(containsString("id=\"verdict-fault\""), containsString("<option selected>other</option>"),
                        containsString("Verdict is needed")));
        review(another, own, "guilty", "other", "0").statusCode(400).body(containsString("Verdict expected"));
        review(another, own, "appropriate", "<b>", "0").statusCode(400)
                .body(allOf(containsString("Ground expected"), containsString("value=\"appropriate\" checked"),
                        not(containsString("<b>"))));
        review(another, own, "appropriate", "other", "first").statusCode(400)
                .body(containsString("must be a number"));
        review(another, own, "appropriate", "other", "7").statusCode(412).contentType("text/html")
                .body(allOf(containsString("has changed since you read it"),
                        containsString("name=\"version\" value=\"0\""),
                        containsString("value=\"appropriate\" checked"),
                        containsString("<option selected>other</option>")));
        as(another).header("Sec-Fetch-Site", "cross-site")
                .formParams(Map.of("verdict", "appropriate", "ground", "other", "version", 0))
                .post("/console/alerts/" + own + "/review").then().statusCode(403);
        assertEquals(List.of("open"), database.strings("select status from alert where id = ?::uuid", own));
    }

    @Test
    void anAlertIsForTheAgenciesConcernedAndItsVerdictForTheirPrivacyOfficers() {
        emergency("<i>" + actor);
        String alert = judged();
        get(officer, "/console/alerts/" + alert).body(containsString("&lt;i&gt;" + actor));
        get(auditor, "/console/alerts/" + alert).statusCode(200).body(not(containsString("name=\"verdict\"")));
        review(auditor, alert, "appropriate", "other", "0").statusCode(403);
        String foreign = Tokens.token(UUID.randomUUID(), Role.PRIVACY_OFFICER);
        get(foreign, "/console/alerts").statusCode(200)
                .body(allOf(containsString("There is no such alert"), not(containsString(alert))));
        get(foreign, "/console/alerts/" + alert).statusCode(404).contentType("text/html")
                .body(not(containsString(client.toString())));
        review(foreign, alert, "appropriate", "other", "0").statusCode(404);
        assertEquals(List.of(), verdict(alert));
    }

    @Test
    void alertsFollowPageByPage() {
        for (int i = 0; i < 51; i++) {
            emergency("worker-" + i + "-end");
        }
        judged();
        String first = get(officer, "/console/alerts").body(containsString("50 alerts")).extract().asString();
        String cursor = first.replaceAll("(?s).*name=\"cursor\" value=\"([^\"]*)\".*", "$1");
        get(officer, "/console/alerts?status=open&rule=&cursor=" + cursor)
                .body(allOf(containsString("1 alert."), containsString("worker-0-end"),
                        not(containsString("name=\"cursor\""))));
        get(officer, "/console/alerts?cursor=none").statusCode(400).contentType("text/html");
        get(officer, "/console/alerts?rule=none").statusCode(400).body(containsString("id=\"rule-fault\""));
    }

    @Test
    void aFaultStandsAtItsField() {
        send("/console/search", Map.of("client", "nobody", "from", "yesterday")).statusCode(400)
                .body(allOf(containsString("id=\"client-fault\""), containsString("value=\"nobody\"")));
        send("/console/search", Map.of("outcome", "lost")).statusCode(400)
                .body(containsString("id=\"outcome-fault\""));
        send("/console/client", Map.of("client", " ")).statusCode(400).body(containsString("id=\"client-fault\""));
        send("/console/day", Map.of("actor", actor)).statusCode(400).body(containsString("id=\"date-fault\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console", "/console/search", "/console/log", "/console/entries/99999999999",
            "/console/nowhere", "/console/assets/console.css"})
    void everyAnswerForbidsWhatPagesDoNotNeed(String page) {
        get(auditor, page)
                .header("Content-Security-Policy",
                        allOf(startsWith("default-src 'none'"), not(containsString("unsafe")),
                                containsString("frame-ancestors 'none'"), containsString("form-action 'self'")))
                .header("X-Content-Type-Options", "nosniff").header("Referrer-Policy", "no-referrer");
    }

    @Test
    void pagesAreKeptNowhere() {
        assertEquals(List.of("no-store"),
                get(auditor, "/console/emergency").extract().headers().getValues("Cache-Control"));
        assertEquals("text/html;charset=UTF-8", get(auditor, "/console").extract().header("Content-Type"));
    }

    private void log(Map<String, ?> members) {
        Map<String, Object> all = new HashMap<>(members);
        source.send(source.event(++sequence, source.payload(all)));
        source.logged((int) sequence);
    }

    private void emergency(String by) {
        log(Map.of("client", client, "home", home, "agency", home, "actor", by, "basis", "emergency", "parts",
                List.of("identity")));
    }

    /** Has the rules judge the log. Returns the last alert about the client. */
    private String judged() {
        new Judging(evaluation).all();
        return database.strings("select id from alert where client = ? order by id desc", client).get(0);
    }

    private List<String> verdict(String alert) {
        return database.strings("""
                select verdict || ' ' || ground || ' ' || reviewed_by from alert
                 where id = ?::uuid and verdict is not null""", alert);
    }

    private static ValidatableResponse review(String token, String alert, String verdict, String ground,
            String version) {
        return as(token).redirects().follow(false).header("Sec-Fetch-Site", "same-origin")
                .formParams(Map.of("verdict", verdict, "ground", ground, "version", version))
                .post("/console/alerts/" + alert + "/review").then();
    }

    private ValidatableResponse send(String page, Map<String, ?> form) {
        return post(auditor, page, form);
    }

    private static ValidatableResponse post(String token, String page, Map<String, ?> form) {
        return as(token).header("Sec-Fetch-Site", "same-origin").formParams(form).post(page).then();
    }

    private static ValidatableResponse get(String token, String page) {
        return as(token).get(page).then();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}

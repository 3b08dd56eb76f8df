package org.alongside.audit.disclosureaccount;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.alongside.audit.Eventually;
import org.alongside.audit.Source;
import org.alongside.kit.caller.Role;
import org.alongside.kit.event.Event;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** The account as a page: whole, safe and readable by everybody. */
@QuarkusTest
class PrintedAccountTest {

    private static final int SEVERAL_PAGES = 2 * 200 + 7;

    private final Database database = new Database("audit");
    private final Source source = new Source();
    private final UUID client = UUID.randomUUID();
    private final String officer = Tokens.token(Tokens.HOUSING, Role.PRIVACY_OFFICER);

    @Test
    void allLinesOfSeveralPagesStandOnItAndTheLastParagraphCountsThem() {
        log(SEVERAL_PAGES, "consent");
        ValidatableResponse page = print(officer, "en").statusCode(200).header("Content-Type",
                equalTo("text/html;charset=UTF-8"));
        String html = page.extract().asString();
        assertEquals(SEVERAL_PAGES, html.split("read your record", -1).length - 1);
        assertTrue(html.strip().endsWith("</html>") && html.contains("Number of lines: " + SEVERAL_PAGES));
        String events = "select entry_index from log_entry where access_id = ?";
        UUID access = UUID.fromString(page.extract().header("Alongside-Access-Id"));
        Eventually.until(() -> database.strings(events, access).size() == 3);
    }

    @Test
    void nothingOnItRunsOrComesFromElsewhereAndItsStyleIsTheOneNamed() throws Exception {
        log(1, "consent");
        ValidatableResponse page = print(officer, "en").statusCode(200).header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store").header("Referrer-Policy", "no-referrer");
        String html = page.extract().asString();
        String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
        String hash = Base64.getEncoder().encodeToString(
                MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        assertEquals("default-src 'none'; style-src 'sha256-" + hash
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
                page.extract().header("Content-Security-Policy"));
        assertTrue(!html.contains("<script") && !html.contains("http:") && !html.contains("https:"), html);
        assertTrue(style.contains("@media print"));
    }

    @Test
    void whatLooksLikeMarkupIsText() {
        log(1, "consent");
        print(officer, "en").body(containsString("Legal Aid &lt;Center&gt;"))
                .body(not(containsString("<Center>")));
    }

    @Test
    void saysItsLanguageAndItsTablesSayWhatTheyAre() {
        log(1, "emergency");
        String html = print(officer, "es").statusCode(200).extract().asString();
        assertTrue(html.contains("<html lang=\"es\">") && html.contains("<h1>Quién ha visto su información</h1>"),
                html);
        assertTrue(html.contains("Acceso de emergencia") && html.contains("leyó su ficha"), html);
        assertEquals(html.split("<table>", -1).length, html.split("<caption>", -1).length);
        assertTrue(html.contains("<th scope=\"col\">") && html.contains("<th scope=\"row\">"));
    }

    @Test
    void anotherAgencyGetsAProblemAndNoPage() {
        log(1, "consent");
        print(Tokens.token(Tokens.LEGAL_AID, Role.PRIVACY_OFFICER), "en").statusCode(404)
                .contentType("application/problem+json");
        print(Tokens.token(Tokens.HOUSING, Role.RECEIVING_WORKER), "en").statusCode(403);
    }

    /** Reads by legal aid of a client of the housing agency. */
    private void log(int count, String basis) {
        List<Event> events = new ArrayList<>();
        for (int sequence = 1; sequence <= count; sequence++) {
            events.add(source.event(sequence, source.payload(Map.of("client", client, "home", Tokens.HOUSING, "agency",
                    Tokens.LEGAL_AID, "basis", basis, "parts", List.of("identity")))));
        }
        Source.sendAll(events);
        source.logged(count);
    }

    private ValidatableResponse print(String token, String language) {
        return given().auth().oauth2(token).contentType("application/json").accept("text/html")
                .body("{\"client\": \"%s\", \"language\": \"%s\"}".formatted(client, language))
                .post("/v1/disclosure-accounts").then();
    }
}

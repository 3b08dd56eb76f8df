package org.alongside.intake.client;

import static org.alongside.intake.client.Clients.INTAKE_WORKER;
import static org.alongside.intake.client.Clients.as;
import static org.alongside.intake.client.Clients.newMark;
import static org.alongside.intake.client.Clients.register;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.text.Normalizer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Names as people have them: in any script, one only, several, changed. */
@QuarkusTest
class NameTest {

    private final String mark = newMark();

    /** Arabic, Hebrew with points, Devanagari, Han beyond 16 bits, a combining accent, an emoji beside letters. */
    @ParameterizedTest
    @CsvSource({"\u0643\u0631\u064a\u0645,\u0643\u064e\u0631\u0650\u064a\u0645",
            "\u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd,\u05e9\u05dc\u05d5\u05dd",
            "\u0915\u094d\u0937\u092e\u093e,\u0915\u094d\u0937\u092e\u093e", "\ud842\udfb7\u91ce,\ud842\udfb7\u91ce",
            "Nun\u0303ez,NU\u00d1EZ", "Rose \ud83c\udf39,rose"})
    void aNameOfAnyScriptIsKeptAndFound(String name, String asked) {
        String kept = Normalizer.normalize(name, Normalizer.Form.NFC);
        register("{\"identity\": {\"familyName\": \"%s %s\"}}".formatted(name, mark)).statusCode(201)
                .body("identity.familyName", equalTo(kept + " " + mark));
        found("{\"familyName\": \"%s %s\"}".formatted(asked, mark), 1);
    }

    @Test
    void aNameOfAnEmojiAloneIsKeptAndFoundByItsOtherNamesOnly() {
        register(
                """
                {"identity": {"familyName": "\ud83c\udf39", "otherNames": [{"kind": "also-known-as", "familyName": "Rose %s"}]}}"""
                        .formatted(mark))
                .statusCode(201).body("identity.familyName", equalTo("\ud83c\udf39"));
        found("{\"familyName\": \"\ud83c\udf39\"}", 0);
        found("{\"familyName\": \"Rose %s\"}".formatted(mark), 1);
    }

    @Test
    void whoHasOneNameIsCalledByIt() {
        register("{\"identity\": {\"familyName\": \"Suharto-%s\"}}".formatted(mark)).statusCode(201);
        found("{\"familyName\": \"suharto %s\"}".formatted(mark), 1).body("items[0].familyName",
                equalTo("Suharto-" + mark));
    }

    @Test
    void aClientIsFoundByFormerNamesAndByTheNameInItsOwnScript() {
        register("""
                {"identity": {"familyName": "Ivanova-%1$s", "givenNames": "Anna", "otherNames": [
                    {"kind": "former", "familyName": "Petrova-%1$s", "givenNames": "Anya-%1$s"},
                    {"kind": "original-script", "familyName": "\u0418\u0432\u0430\u043d\u043e\u0432\u0430 %1$s"}]}}"""
                .formatted(mark))
                .statusCode(201).body("identity.otherNames.kind", contains("former", "original-script"));
        found("{\"familyName\": \"PETROVA %s\"}".formatted(mark), 1);
        found("{\"givenNames\": \"anya %s\"}".formatted(mark), 1);
        found("{\"familyName\": \"\u0438\u0432\u0430\u043d\u043e\u0432\u0430 %s\"}".formatted(mark), 1);
        found("{\"familyName\": \"Ivanova-%s\", \"givenNames\": \"Anna\"}".formatted(mark), 1)
                .body("items[0].otherNames", equalTo(null));
    }

    @Test
    void aNameThatIsTakenOutFindsNobody() {
        String client = register(
                """
                {"identity": {"familyName": "Now-%1$s", "otherNames": [{"kind": "former", "familyName": "Then-%1$s"}]}}"""
                        .formatted(mark))
                .statusCode(201).extract().header("Location");
        as(INTAKE_WORKER).contentType("application/merge-patch+json").header("If-Match", "\"0\"")
                .body("{\"identity\": {\"otherNames\": null}}").patch(client).then().statusCode(200);
        found("{\"familyName\": \"Then-%s\"}".formatted(mark), 0);
        found("{\"familyName\": \"Now-%s\"}".formatted(mark), 1);
    }

    @Test
    void anotherNameHasAKindAndANameAndThereAreFew() {
        refused("{\"kind\": \"former\"}", "/identity/otherNames/0/named");
        refused("{\"familyName\": \"x\"}", "/identity/otherNames/0/kind");
        refused("{\"kind\": \"former\", \"familyName\": \"\"}", "/identity/otherNames/0/familyName");
        refused("null", "/identity/otherNames/0");
        refused("{\"kind\": \"former\", \"familyName\": \"x\"}, ".repeat(10)
                + "{\"kind\": \"former\", \"familyName\": \"x\"}",
                "/identity/otherNames");
    }

    /** On a screen or a printed consent they would show another name than the one kept. */
    @ParameterizedTest
    @ValueSource(strings = {"202a", "202b", "202c", "202d", "202e", "2066", "2067", "2068", "2069"})
    void controlsThatTurnTheDirectionOfTextAreRefused(String point) {
        register("{\"identity\": {\"familyName\": \"Ann\\u%sLee\"}}".formatted(point)).statusCode(400)
                .body("violations.field", hasItem("/identity/familyName"))
                .body("violations.code", hasItem("unstorable-text"))
                .body("violations.message", hasItem(containsString("direction")));
    }

    private void refused(String otherNames, String field) {
        register("{\"identity\": {\"familyName\": \"x\", \"otherNames\": [%s]}}".formatted(otherNames)).statusCode(400)
                .body("violations.field", hasItem(field));
    }

    private static ValidatableResponse found(String search, int clients) {
        return as(INTAKE_WORKER).body(search).post("/v1/clients/search").then().statusCode(200).body("items",
                hasSize(clients));
    }
}

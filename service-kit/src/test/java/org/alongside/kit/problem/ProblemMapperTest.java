package org.alongside.kit.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class ProblemMapperTest {

    private static final String CANARY = "secret-canary";
    private static final String GOOD = "\"name\":{\"family\":\"Ann\"},\"steps\":1";

    private final List<String> logged = new ArrayList<>();
    private final Handler recorder = new Handler() {

        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public synchronized void publish(LogRecord line) {
            logged.add(formatter.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void record() {
        recorder.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(recorder);
    }

    @AfterEach
    void nothingSentIsInTheLog() {
        Logger.getLogger("").removeHandler(recorder);
        assertTrue(logged.stream().noneMatch(line -> line.contains(CANARY)), () -> String.join("\n", logged));
    }

    @Test
    void goodInputComesBackInNormalForm() {
        post("{\"name\":{\"family\":\"Zoe\\u0308\"},\"steps\":1,\"urgency\":\"right-now\",\"born\":\"1990-02-03\"}")
                .statusCode(200).body("name.family", equalTo("Zo\u00eb")).body("born", equalTo("1990-02-03"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "nope", "{\"steps\":1", "{\"steps\":1,\"steps\":2}",
            "{\"name\":{\"family\":\"secret-canary"})
    void malformedJson(String body) {
        problem(post(body), ProblemType.MALFORMED_JSON);
    }

    @Test
    void anythingAfterTheBodyIsRefused() {
        problem(post("{" + GOOD + "} {}"), ProblemType.INVALID_INPUT).body("violations.field", contains(""));
    }

    @Test
    void deepOrLongJsonIsMalformed() {
        String deep = "{\"extra\":" + "[".repeat(65) + "]".repeat(65) + "}";
        problem(post(deep), ProblemType.MALFORMED_JSON);
        problem(post("{\"name\":{\"family\":\"" + "x".repeat(100_001) + "\"}}"), ProblemType.MALFORMED_JSON);
    }

    @Test
    void bytesThatAreNoUtf8AreMalformed() {
        byte[] bytes = "{\"name\":{\"family\":\"#\"},\"steps\":1}".getBytes(StandardCharsets.ISO_8859_1);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('#')] = (byte) 0xFC;
        problem(given().contentType("application/json").body(bytes).post("/probe").then(), ProblemType.MALFORMED_JSON);
    }

    @Test
    void unknownFieldIsNamedAndSoAreThoseThatThereAre() {
        problem(post("{" + GOOD + ",\"nickname\":\"secret-canary\"}"), ProblemType.UNKNOWN_FIELD)
                .body("violations.field", contains("/nickname"))
                .body("violations.message", contains(containsString("urgency")));
    }

    @Test
    void withoutADetailOfItsOwnItSaysWhatCanBeDone() {
        problem(post("{" + GOOD + ",\"nickname\":1}"), ProblemType.UNKNOWN_FIELD)
                .body("detail", equalTo(ProblemType.UNKNOWN_FIELD.remedy()));
    }

    @Test
    void keyThatMayBePersonalIsNotNamed() {
        problem(post("{" + GOOD + ",\"secret-canary 1990\":\"x\"}"), ProblemType.UNKNOWN_FIELD)
                .body("violations.field", contains(""));
    }

    @Test
    void unknownCodeListsTheAllowedOnes() {
        problem(post("{" + GOOD + ",\"urgency\":\"secret-canary\"}"), ProblemType.UNKNOWN_CODE)
                .body("violations.field", contains("/urgency")).body("allowed", contains("routine", "right-now"));
        problem(post("{" + GOOD + ",\"urgency\":\"\"}"), ProblemType.UNKNOWN_CODE);
        problem(post("{" + GOOD + ",\"urgency\":0}"), ProblemType.UNKNOWN_CODE);
        problem(post("{" + GOOD + ",\"urgency\":\"ROUTINE\"}"), ProblemType.UNKNOWN_CODE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"count\":\"5\"|/count|an integer in range",
            "\"count\":5.0|/count|an integer in range",
            "\"count\":true|/count|an integer in range", "\"count\":99999999999|/count|an integer in range",
            "\"count\":\"\"|/count|an integer in range", "\"steps\":null|/steps|an integer in range",
            "\"agreed\":\"true\"|/agreed|true or false", "\"agreed\":1|/agreed|true or false",
            "\"born\":\"03.02.1990\"|/born|a date (YYYY-MM-DD)", "\"born\":7000|/born|a date (YYYY-MM-DD)",
            "\"born\":\"2026-02-30\"|/born|a date (YYYY-MM-DD)",
            "\"at\":\"2026-02-30T00:00:00Z\"|/at|a date and time with offset (RFC 3339)",
            "\"born\":\"+12345-01-01\"|/born|a date (YYYY-MM-DD)", "\"born\":[1990,2,3]|/born|a date (YYYY-MM-DD)",
            "\"at\":1600000000|/at|a date and time with offset (RFC 3339)", "\"id\":\"secret-canary\"|/id|a UUID",
            "\"id\":\"\"|/id|a UUID", "\"others\":{}|/others|an array", "\"others\":\"\"|/others|an array",
            "\"others\":[{\"family\":7}]|/others/0/family|a string",
            "\"others\":[{\"family\":true}]|/others/0/family|a string",
            "\"others\":[7]|/others/0|an object", "\"others\":[\"\"]|/others/0|an object",
            "\"answers\":{\"a\":1}|/answers/a|a string", "\"answers\":{\"secret-canary x\":1}|/answers|a string"})
    void wrongType(String field, String pointer, String expected) {
        String body = "{\"name\":{\"family\":\"Ann\"},\"steps\":1," + field + "}";
        if (field.startsWith("\"steps\"")) {
            body = "{\"name\":{\"family\":\"Ann\"}," + field + "}";
        }
        problem(post(body), ProblemType.INVALID_INPUT).body("violations.field", contains(pointer))
                .body("violations.code", contains("wrong-type"))
                .body("violations.message", contains("expected " + expected));
    }

    @Test
    void missingPrimitiveIsNamed() {
        problem(post("{\"name\":{\"family\":\"Ann\"}}"), ProblemType.INVALID_INPUT).body("violations.field",
                contains("/steps"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret-canary\\u0000", "secret-canary\\ud800", "secret-canary\\u202e"})
    void textThatCannotBeStored(String text) {
        problem(post("{\"name\":{\"family\":\"" + text + "\"},\"steps\":1}"), ProblemType.INVALID_INPUT)
                .body("violations.field", contains("/name/family"))
                .body("violations.code", contains("unstorable-text"));
    }

    @Test
    void keyThatCannotBeStored() {
        problem(post("{" + GOOD + ",\"answers\":{\"secret-canary\\u0000\":\"x\"}}"), ProblemType.INVALID_INPUT)
                .body("violations.field", contains("/answers"));
    }

    @Test
    void brokenRulesAreNamedByPlaceInTheBody() {
        problem(post("{\"name\":{\"family\":\"secret-canary\"},\"steps\":1,\"others\":[{\"family\":\"Ann\"},{}]}"),
                ProblemType.INVALID_INPUT).body("violations.field", contains("/name/family", "/others/1/family"))
                .body("violations.code", contains("size", "required"));
        problem(post("{\"steps\":1}"), ProblemType.INVALID_INPUT).body("violations.field", contains("/name"))
                .body("violations.code", contains("required"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void aBodyIsRequired(String body) {
        problem(post(body), ProblemType.INVALID_INPUT).body("violations.code", contains("required"))
                .body("violations.field", contains(""));
    }

    @Test
    void queryParametersAreNamed() {
        String path = "/probe/" + UUID.randomUUID();
        for (String query : List.of("limit=secret-canary", "limit=201", "since=secret-canary",
                "text=secret-canary%00")) {
            String field = "query:" + query.substring(0, query.indexOf('='));
            problem(given().urlEncodingEnabled(false).get(path + "?" + query).then(), ProblemType.INVALID_INPUT)
                    .body("violations.field", contains(field));
        }
        given().get(path + "?limit=200").then().statusCode(200);
    }

    @Test
    void allThatIsNotFoundLooksAlike() {
        byte[] hidden = given().get("/probe/failing/hidden").asByteArray();
        for (String path : List.of("/probe/secret-canary", "/probe/1-1-1-1-1", "/nothing/at/all", "/")) {
            byte[] absent = problem(given().get(path).then(), ProblemType.NOT_FOUND).extract().asByteArray();
            assertEquals(new String(hidden, StandardCharsets.UTF_8), new String(absent, StandardCharsets.UTF_8), path);
        }
    }

    @Test
    void methodAndMediaTypes() {
        problem(given().delete("/probe").then(), ProblemType.METHOD_NOT_ALLOWED);
        problem(given().contentType("text/plain").body("x").post("/probe").then(), ProblemType.UNSUPPORTED_MEDIA_TYPE);
        problem(given().accept("image/png").get("/probe/" + UUID.randomUUID()).then(), ProblemType.NOT_ACCEPTABLE);
    }

    @Test
    void tooLargeABody() {
        String body = "{\"x\":\"" + "x".repeat(400_000) + "\"}";
        problem(post(body), ProblemType.BODY_TOO_LARGE);
        InputStream ofUnknownLength = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        problem(given().contentType("application/json").body(ofUnknownLength).post("/probe").then(),
                ProblemType.BODY_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal", "error", "stored-json"})
    void faultsShowATraceIdAndNothingElse(String how) {
        String traceId = problem(given().get("/probe/failing/" + how).then(), ProblemType.INTERNAL)
                .body("keySet()", containsInAnyOrder("type", "status", "title", "detail", "traceId")).extract()
                .path("traceId");
        assertTrue(logged.stream().anyMatch(line -> line.contains(traceId) && line.contains("ProbeResource.fail")));
    }

    @Test
    void storeFailures() {
        problem(given().get("/probe/failing/locked").then(), ProblemType.STORE_UNAVAILABLE).header("Retry-After",
                is("1"));
        problem(given().get("/probe/failing/double").then(), ProblemType.CONFLICTING_STATE)
                .body("keySet()", containsInAnyOrder("type", "status", "title", "detail"));
        problem(given().get("/probe/failing/stale").then(), ProblemType.GRANTS_STALE).header("Retry-After", is("1"));
    }

    @Test
    void securityExceptions() {
        problem(given().get("/probe/failing/forbidden").then(), ProblemType.NOT_PERMITTED);
        problem(given().get("/probe/failing/unauthorized").then(), ProblemType.NOT_AUTHENTICATED)
                .header("WWW-Authenticate", matchesPattern("Bearer.*"));
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json").body(body).post("/probe").then();
    }

    private static ValidatableResponse problem(ValidatableResponse response, ProblemType kind) {
        String body = response.extract().asString();
        assertFalse(body.contains(CANARY) || body.contains("org.alongside") || body.contains("jackson"), body);
        assertFalse(body.contains("instance"), body);
        return response.statusCode(kind.status()).contentType("application/problem+json")
                .body("type", equalTo("urn:alongside:problem:" + kind.code())).body("title", equalTo(kind.title()))
                .body("status", is(kind.status()));
    }
}

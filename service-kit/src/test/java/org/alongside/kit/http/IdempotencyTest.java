package org.alongside.kit.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.alongside.kit.caller.Role;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** One effect however often a request is sent, over real HTTP and a real database. */
@QuarkusTest
class IdempotencyTest {

    @Inject
    IdempotencyRetention retention;

    private final Database database = new Database("kit");
    private final String worker = Tokens.token(Tokens.FAMILY_SERVICES, Role.CASE_WORKER);
    private final UUID client = UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();

    @Test
    void aRepeatAnswersWithTheSameResource() {
        Response first = keep(worker, key, "one", false).statusCode(201).header("ETag", "\"0\"").extract().response();
        Response second = keep(worker, '"' + key + '"', "one", false).statusCode(201).extract().response();
        assertEquals(first.path("id").toString(), second.path("id"));
        assertEquals("/kept-things/" + first.path("id"), path(first));
        assertEquals(path(first), path(second));
        assertEquals(1, things());
    }

    @Test
    void withoutAKeyEachRequestTakesEffect() {
        keep(worker, null, "one", false).statusCode(201);
        keep(worker, null, "one", false).statusCode(201);
        assertEquals(2, things());
    }

    @Test
    void anotherBodyIsRefused() {
        keep(worker, key, "one", false).statusCode(201);
        problem(keep(worker, key, "other", false), ProblemType.IDEMPOTENCY_KEY_REUSED);
        assertEquals(1, things());
    }

    @Test
    void keysOfOthersAreOtherKeys() {
        String colleague = Tokens.token(Tokens.FAMILY_SERVICES, Role.CASE_WORKER);
        Response first = keep(worker, key, "one", false).statusCode(201).extract().response();
        Response second = keep(colleague, key, "one", false).statusCode(201).extract().response();
        assertNotEquals(first.path("id").toString(), second.path("id"));
    }

    @Test
    void aFailedRequestDoesNotUseUpItsKey() {
        problem(keep(worker, key, "one", true), ProblemType.CONFLICTING_STATE);
        assertEquals(0, things());
        keep(worker, key, "one", false).statusCode(201);
        assertEquals(1, things());
    }

    @Test
    void manyAtOnceTakeEffectOnce() {
        List<CompletableFuture<Response>> sent = IntStream.range(0, 8)
                .mapToObj(
                        i -> CompletableFuture.supplyAsync(() -> keep(worker, key, "one", false).extract().response()))
                .toList();
        List<Response> answers = sent.stream().map(CompletableFuture::join).toList();
        assertTrue(answers.stream().allMatch(answer -> answer.statusCode() == 201 || answer.statusCode() == 409));
        assertEquals(1, answers.stream().filter(answer -> answer.statusCode() == 201)
                .map(answer -> answer.path("id").toString()).distinct().count());
        assertEquals(1, things());
    }

    @Test
    void aKeyHeldForTooLongIsInProgress() throws SQLException {
        keep(worker, key, "one", false).statusCode(201);
        String id = database.strings("select encode(id, 'hex') from idempotency_key order by created_at desc limit 1")
                .get(0);
        database.run("delete from idempotency_key where id = decode(?, 'hex')", id);
        try (Connection holder = database.superuser();
                var insert = holder.prepareStatement(
                        "insert into idempotency_key (id, request, created_at) values (decode(?, 'hex'), '', now())")) {
            holder.setAutoCommit(false);
            insert.setString(1, id);
            insert.executeUpdate();
            problem(keep(worker, key, "one", false), ProblemType.IDEMPOTENCY_KEY_IN_PROGRESS);
            holder.rollback();
        }
        keep(worker, key, "one", false).statusCode(201);
    }

    @Test
    void neitherKeyNorBodyIsStored() {
        keep(worker, key, "one", false).statusCode(201);
        List<String> rows = database.strings("select encode(id || request, 'escape') from idempotency_key");
        assertTrue(rows.stream().noneMatch(row -> row.contains(key) || row.contains("one")));
    }

    @Test
    void keysAreForgottenAfterTwoDays() throws SQLException {
        database.run("insert into idempotency_key values ('\\x01', '', null, now() - interval '49 hours'),"
                + " ('\\x02', '', null, now() - interval '47 hours') on conflict do nothing");
        retention.deleteOld();
        assertEquals(List.of("02"), database.strings(
                "select encode(id, 'hex') from idempotency_key where id in ('\\x01', '\\x02')"));
    }

    @Test
    void malformedKeyIsNamed() {
        problem(keep(worker, "not one key", "one", false), ProblemType.INVALID_INPUT).body("violations[0].field",
                equalTo("header:Idempotency-Key"));
    }

    @Test
    void aChangeNeedsThePresentVersion() {
        String id = keep(worker, null, "one", false).extract().path("id");
        problem(label(id, null), ProblemType.PRECONDITION_REQUIRED);
        problem(label(id, "\"5\""), ProblemType.PRECONDITION_FAILED);
        label(id, "\"0\"").statusCode(200).header("ETag", "\"1\"").body("label", equalTo("changed"));
        problem(label(id, "\"0\""), ProblemType.PRECONDITION_FAILED);
    }

    @Test
    void pagesFollowOneAnother() {
        IntStream.range(0, 3).forEach(i -> keep(worker, null, "page", false).statusCode(201));
        Response first = list("/kept-things?limit=2").statusCode(200).extract().response();
        String link = first.header("Link");
        assertEquals("</kept-things?limit=2&cursor=" + first.path("next") + ">; rel=\"next\"", link);
        Response second = list(link.substring(1, link.indexOf('>'))).statusCode(200).extract().response();
        assertTrue(second.<List<String>>path("items.id").stream()
                .noneMatch(first.<List<String>>path("items.id")::contains));
    }

    @Test
    void badPagesAreNamed() {
        problem(list("/kept-things?limit=201"), ProblemType.INVALID_INPUT).body("violations[0].field",
                equalTo("query:limit"));
        problem(list("/kept-things?limit=x"), ProblemType.INVALID_INPUT).body("violations[0].field",
                equalTo("query:limit"));
        problem(list("/kept-things?cursor=x"), ProblemType.INVALID_INPUT).body("violations[0].field",
                equalTo("query:cursor"));
    }

    private ValidatableResponse keep(String token, String idempotencyKey, String label, boolean fail) {
        var request = given().auth().oauth2(token).contentType("application/json")
                .body("{\"clientId\":\"" + client + "\",\"label\":\"" + label + "\",\"fail\":" + fail + "}");
        if (idempotencyKey != null) {
            request.header(IdempotencyKey.HEADER, idempotencyKey);
        }
        return request.post("/kept-things").then();
    }

    private ValidatableResponse label(String id, String ifMatch) {
        var request = given().auth().oauth2(worker).contentType("application/json")
                .body("{\"clientId\":\"" + client + "\",\"label\":\"changed\",\"fail\":false}");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/kept-things/" + id).then();
    }

    private ValidatableResponse list(String address) {
        return given().auth().oauth2(worker).urlEncodingEnabled(false).get(address).then();
    }

    private static ValidatableResponse problem(ValidatableResponse response, ProblemType kind) {
        return response.statusCode(kind.status()).body("type", equalTo(kind.uri().toString()));
    }

    /** The header comes back absolute, as HTTP clients expect it. */
    private static String path(Response response) {
        return URI.create(response.header("Location")).getPath();
    }

    private int things() {
        return database.strings("select id from thing where client_id = ?", client).size();
    }
}

package org.alongside.planning.option;

import static org.alongside.planning.Planning.CASE_WORKER;
import static org.alongside.planning.Planning.as;
import static org.alongside.planning.Planning.command;
import static org.alongside.planning.Planning.create;
import static org.alongside.planning.Planning.read;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.KafkaEvents;
import org.alongside.kit.testing.Tokens;
import org.alongside.planning.Planning;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;

/** Ways to a goal that the worker offers and the client chooses or refuses. */
@QuarkusTest
class OptionTest {

    private static final String TWO = """
            {"options": [{"words": "Ask the court for time"}, {"words": "Stay with a sister"}]}""";
    private static final String WHY = "{\"clientWords\": \"She has no room for us\"}";

    private final Database database = new Database("planning");
    private final Planning planning = new Planning();
    private final KafkaEvents intake = new KafkaEvents();
    private UUID caseId;
    private UUID goal;

    @BeforeEach
    void aGoal() {
        caseId = planning.caseOpened();
        goal = planning.goal(caseId);
    }

    @AfterEach
    void close() {
        intake.close();
    }

    @Test
    void severalAreOfferedAndTheClientSaysToEachWhatTheyWant() {
        List<UUID> offered = offered();
        List<String> offers = as(CASE_WORKER).get("/v1/goals/{id}/options", goal).then().statusCode(200)
                .body("items.words", contains("Ask the court for time", "Stay with a sister"))
                .body("items.status", contains("offered", "offered")).body("items[0].offeredBy", notNullValue())
                .body("items[0].clientWords", nullValue()).body("items[0].answeredAt", nullValue()).extract()
                .path("items.offerId");
        assertEquals(offers.get(0), offers.get(1));
        as(CASE_WORKER).body(WHY).post("/v1/options/{id}/refuse", offered.get(1)).then().statusCode(428);
        command("options", offered.get(1), "refuse", 4, WHY).statusCode(412);
        command("options", offered.get(1), "refuse", 0, WHY).statusCode(200).body("status", equalTo("refused"))
                .body("clientWords", equalTo("She has no room for us")).body("recordedBy", notNullValue())
                .body("answeredAt", notNullValue());
        command("options", offered.get(1), "choose", 1, "{}").statusCode(409).body("present", equalTo("refused"));
        read("/v1/options/{id}", offered.get(0)).statusCode(200).body("status", equalTo("offered"));
        command("options", offered.get(0), "choose", 0, "{}").statusCode(200).body("status", equalTo("chosen"))
                .body("clientWords", nullValue());
        command("options", offered.get(0), "refuse", 1, "{}").statusCode(409).body("present", equalTo("chosen"));
        assertEquals(List.of("offered", "refused"), database.strings("""
                select convert_from(payload, 'UTF8')::json ->> 'status' from outbox
                 where topic = 'planning.option.v1' and key = ? order by position""", offered.get(1).toString()));
    }

    /** Whoever refuses everything, and gives no reason, goes on exactly as before. */
    @Test
    void refusingChangesNothingElse() {
        List<UUID> offered = offered();
        String plan = planning.plan(caseId).extract().asString();
        List<String> events = otherEvents();
        String before = read("/v1/cases/{id}", caseId).extract().header("ETag")
                + read("/v1/goals/{id}", goal).extract().header("ETag");
        for (UUID each : offered) {
            command("options", each, "refuse", 0, "{}").statusCode(200).body("status", equalTo("refused"));
        }
        assertEquals(plan, planning.plan(caseId).extract().asString());
        assertEquals(before, read("/v1/cases/{id}", caseId).extract().header("ETag")
                + read("/v1/goals/{id}", goal).extract().header("ETag"));
        assertEquals(events, otherEvents());
        offered();
        command("goals", goal, "agree", 0, "{\"manner\": \"verbal\"}").statusCode(200);
    }

    @Test
    void areOfferedForAnUnfinishedGoalInAnOpenCase() {
        UUID other = planning.goal(caseId);
        List<UUID> offered = offered();
        command("goals", other, "drop", 0, "{\"reason\": \"r\"}").statusCode(200);
        create("/v1/goals/{id}/options", other, TWO).statusCode(409);
        command("cases", caseId, "hold", 0, "").statusCode(200);
        create("/v1/goals/{id}/options", goal, TWO).statusCode(409);
        command("options", offered.get(0), "refuse", 0, "{}").statusCode(409).body("present", equalTo("on-hold"));
    }

    /** Whoever offers waits for somebody who has the case in hand, and then sees what became of the goal. */
    @Test
    void nothingIsOfferedForAGoalThatIsFinishedMeanwhile() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection holder = database.superuser()) {
            holder.setAutoCommit(false);
            run(holder, "select 1 from client_case where id = ? for update", caseId);
            Future<Integer> offer = other
                    .submit(() -> create("/v1/goals/{id}/options", goal, TWO).extract().statusCode());
            planning.await("the offer at the case", () -> !database.strings(
                    "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%client_case%'")
                    .isEmpty());
            run(holder, "update goal set status = 'dropped' where id = ?", goal);
            holder.commit();
            assertEquals(409, offer.get());
        } finally {
            other.shutdownNow();
        }
        read("/v1/goals/{id}/options", goal).body("items", hasSize(0));
    }

    private static void run(Connection connection, String sql, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.execute();
        }
    }

    @Test
    void offeringAgainWithTheSameKeyOffersOnce() {
        String key = "\"" + UUID.randomUUID() + "\"";
        List<String> ids = List.of();
        for (int time = 0; time < 2; time++) {
            ids = as(CASE_WORKER).header("Idempotency-Key", key).body(TWO).post("/v1/goals/{id}/options", goal).then()
                    .statusCode(201).body("items", hasSize(2)).extract().path("items.optionId");
        }
        read("/v1/goals/{id}/options", goal).body("items.optionId", equalTo(ids));
    }

    @Test
    void theListHasPages() {
        for (int time = 0; time < 2; time++) {
            offered();
        }
        String next = as(CASE_WORKER).queryParam("limit", 3).get("/v1/goals/{id}/options", goal).then()
                .body("items", hasSize(3)).extract().path("next");
        as(CASE_WORKER).queryParam("limit", 3).queryParam("cursor", next).get("/v1/goals/{id}/options", goal).then()
                .statusCode(200).body("items", hasSize(1));
        UUID other = planning.goal(caseId);
        as(CASE_WORKER).queryParam("limit", 3).queryParam("cursor", next).get("/v1/goals/{id}/options", other).then()
                .statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}|/options", "{\"options\": []}|/options",
            "{\"options\": [{\"words\": \" \"}]}|/options/0/words",
            "{\"options\": [{\"text\": \"x\"}]}|/options/0/text"})
    void namesTheFieldThatIsWrong(String body, String field) {
        create("/v1/goals/{id}/options", goal, body).statusCode(400).body("violations.field", hasItem(field));
    }

    @Test
    void nothingEmptyIsPutIntoTheClientsMouthAndTenAreTheMost() {
        command("options", offered().get(0), "refuse", 0, "{\"clientWords\": \" \"}").statusCode(400)
                .body("violations.field", hasItem("/clientWords"));
        String eleven = String.join(",", IntStream.range(0, 11).mapToObj(at -> "{\"words\": \"w\"}").toList());
        create("/v1/goals/{id}/options", goal, "{\"options\": [" + eleven + "]}").statusCode(400)
                .body("violations.field", hasItem("/options"));
    }

    /** A grant for the plan shows the plan, and what the client refused stays with the worker. */
    @Test
    void noGrantOpensThem() throws Exception {
        UUID option = offered().get(0);
        database.run("""
                insert into access_grant (id, client_id, home_agency, grantee, parts, purposes, basis, basis_id, consent_id,
                                          valid_from, valid_until, version)
                values (?, ?, ?, ?, '{plan,notes,assessment}', '{TREAT}', 'consent', ?, ?, now() - interval '1 minute',
                        now() + interval '1 day', 0)""", UUID.randomUUID(), planning.client, Tokens.FAMILY_SERVICES,
                Tokens.LEGAL_AID, UUID.randomUUID(), UUID.randomUUID());
        String grantee = Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER);
        intake.beat();
        planning.await("a fresh copy of the grants",
                () -> as(grantee).get("/v1/goals/{id}", goal).statusCode() == 200);
        String count = "select count(*) from goal_option where client_id = ?";
        assertEquals(2, database.countAs("planning_app", Tokens.FAMILY_SERVICES, count, planning.client));
        assertEquals(0, database.countAs("planning_app", Tokens.LEGAL_AID, count, planning.client));
        refusedTo(grantee, option, 404);
        database.run("alter table goal_option disable row level security");
        try {
            refusedTo(grantee, option, 404);
        } finally {
            database.run("alter table goal_option enable row level security");
        }
        refusedTo(Tokens.token(Tokens.FAMILY_SERVICES, Role.INTAKE_WORKER), option, 403);
    }

    private void refusedTo(String token, UUID option, int status) {
        as(token).get("/v1/options/{id}", option).then().statusCode(status);
        as(token).get("/v1/goals/{id}/options", goal).then().statusCode(status);
        as(token).body(TWO).post("/v1/goals/{id}/options", goal).then().statusCode(status);
        for (String answer : List.of("choose", "refuse")) {
            as(token).header("If-Match", "*").body("{}").post("/v1/options/{id}/" + answer, option).then()
                    .statusCode(status);
        }
    }

    @Test
    void wordsAreSealedAndInNoEvent() {
        UUID refused = offered().get(1);
        command("options", refused, "refuse", 0, WHY).statusCode(200);
        for (String words : List.of("sister", "no room")) {
            assertEquals(List.of("0"), database.strings("select count(*)::text from goal_option o where client_id = ?"
                    + " and strpos(o::text, encode(?, 'hex')) > 0", planning.client,
                    words.getBytes(StandardCharsets.UTF_8)));
            database.strings(
                    "select convert_from(payload, 'UTF8') from outbox where topic = 'planning.option.v1' and key = ?",
                    refused.toString()).forEach(
                            event -> assertThat(event,
                                    not(containsString(words))));
        }
    }

    private List<String> otherEvents() {
        return database.strings("""
                select topic from outbox where topic like 'planning.%' and topic <> 'planning.option.v1'
                   and strpos(convert_from(payload, 'UTF8'), ?) > 0 order by position""", caseId.toString());
    }

    private List<UUID> offered() {
        return create("/v1/goals/{id}/options", goal, TWO).statusCode(201).body("items", hasSize(2)).extract()
                .<List<String>>path("items.optionId").stream().map(UUID::fromString).toList();
    }
}

package org.alongside.planning.report;

import static org.alongside.planning.Planning.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.KafkaEvents;
import org.alongside.kit.testing.Things;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** What becomes of people, counted from what the events say, and never so that anybody can be told from it. */
@QuarkusTest
class ReportTest {

    private static final String MONTH = YearMonth.now(ZoneOffset.UTC).toString();
    private static final String ENDING = """
            {"reason": "%s", "gains": "g", "explanation": "e", "confidence": 5, "openDoorContact": "o",
             "checkInOn": "%s", "handover": {"to": "t", "what": "w"}}""";
    private static final List<String> REASONS = List.of("goals-met", "moved", "service-ended");

    private final Database database = new Database("planning");
    private final ObjectMapper json = new ObjectMapper();
    private final KafkaEvents events = new KafkaEvents();
    /** Of this test alone. */
    private final UUID agency = UUID.randomUUID();
    private final String worker = Tokens.token(agency, Role.CASE_WORKER);

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void eachFigureIsWhatTheEventsSay() throws Exception {
        Random random = new Random(6);
        for (int i = 0; i < 24; i++) {
            aHistory(random);
        }
        Map<String, Integer> expected = fromEvents();
        Map<String, Integer> told = new TreeMap<>();
        JsonNode row = report("").statusCode(200).extract().as(JsonNode.class).at("/rows/0");
        put(told, "opened", row.get("people"));
        for (Map.Entry<String, String> kind : Map.of("statuses", "status", "phases", "phase", "endings", "ending",
                "goals", "goal", "attainment", "attainment", "hesitations", "hesitation").entrySet()) {
            row.get(kind.getKey()).forEach(
                    each -> put(told, kind.getValue() + "/" + each.get("code").asText(), each.get("people")));
        }
        assertTrue(told.size() > 8, told.toString());
        told.forEach((figure, people) -> assertEquals(expected.getOrDefault(figure, 0), people, figure + " of "
                + expected));
        expected.forEach((figure, people) -> assertTrue(people >= 5 || !told.containsKey(figure),
                figure + " is told of " + people));
    }

    @Test
    void fewerThanFivePeopleAreNotToldAndNotToBeComputed() throws Exception {
        for (int i = 0; i < 9; i++) {
            ended(opened(UUID.randomUUID()), i < 3 ? "moved" : "goals-met");
        }
        report("").body("rows[0].people.value", equalTo(9))
                .body("rows[0].endings.find { it.code == 'moved' }.people.suppressed", equalTo(true))
                .body("rows[0].endings.find { it.code == 'goals-met' }.people.suppressed", equalTo(true))
                .body("rows[0].endings.find { it.code == 'time-limit' }.people.value", equalTo(0))
                .body("rows[0].statuses.find { it.code == 'closed' }.people.value", equalTo(9))
                .body("rows[0].medianDaysToEnd", equalTo(0));
    }

    /** People are counted and not cases: five cases of four people are four. */
    @Test
    void aPersonCountsOnceAlsoWithTwoCasesOrTwoRecords() throws Exception {
        UUID twice = UUID.randomUUID();
        UUID merged = UUID.randomUUID();
        for (UUID client : List.of(twice, twice, merged, UUID.randomUUID(), UUID.randomUUID())) {
            opened(client);
        }
        report("").body("rows[0].people.suppressed", equalTo(true)).body("rows[0].people.value", nullValue())
                .body("rows[0].medianDaysToEnd", nullValue());
        opened(UUID.randomUUID());
        report("").body("rows[0].people.value", equalTo(5));
        events.tell("intake.client.v1", merged, "org.alongside.intake.client.merged.v1", Map.of("clientId", merged,
                "homeAgency", agency, "survivorId", twice, "version", 0));
        Things.await("the merge",
                () -> report("").extract().<Boolean>path("rows[0].people.suppressed"));
    }

    @Test
    void aMonthIsThatOfTheFirstCaseAndOfTheAgencysCalendar() throws Exception {
        for (int i = 0; i < 5; i++) {
            UUID client = UUID.randomUUID();
            at("2026-02-28T23:59:59Z", opened(client));
            at("2026-03-01T00:00:00Z", opened(client));
        }
        for (int i = 0; i < 6; i++) {
            at("2026-03-01T00:00:00Z", opened(UUID.randomUUID()));
        }
        String months = "/v1/reports/programme?from=2026-02&to=2026-03";
        as(supervisor()).get(months + "&groupBy=month").then().statusCode(200).body("rows.key",
                contains("2026-02", "2026-03")).body("rows.people.value", contains(5, 6));
        as(supervisor()).get(months).then().body("rows", hasSize(1)).body("rows[0].people.value", equalTo(11))
                .body("zone", equalTo("UTC"));
        as(supervisor()).get("/v1/reports/programme?from=2026-03&to=2026-03").then().body("rows[0].people.value",
                equalTo(11));
        as(supervisor()).get("/v1/reports/programme?from=2025-01&to=2025-12").then().body("rows", hasSize(0));
    }

    @Test
    void itIsTheOwnAgencysAndForThoseWhoSteerIt() throws Exception {
        for (int i = 0; i < 5; i++) {
            opened(UUID.randomUUID());
        }
        report("").body("rows[0].people.value", equalTo(5));
        as(Tokens.token(UUID.randomUUID(), Role.SUPERVISOR)).get(path("")).then().statusCode(200).body("rows",
                hasSize(0));
        as(worker).get(path("")).then().statusCode(403);
        as(Tokens.token(agency, Role.AGENCY_ADMIN)).get(path("")).then().statusCode(200);
        for (String wrong : List.of("from=2026-13&to=2026-12", "from=2026-12&to=2026-11", "from=2020-01&to=2023-01",
                "from=2026-01", "from=2026-01&to=2026-02&groupBy=worker")) {
            as(supervisor()).get("/v1/reports/programme?" + wrong).then().statusCode(400).body("violations",
                    notNullValue());
        }
    }

    /** One case, ended or not, with goals, measurements and hesitations as chance has it. */
    private void aHistory(Random random) throws Exception {
        UUID client = UUID.randomUUID();
        UUID caseId = opened(client);
        UUID need = UUID.randomUUID();
        events.send("org.alongside.intake.assessment.completed.v1", UUID.randomUUID(), """
                {"assessmentId": "%s", "clientId": "%s", "homeAgency": "%s", "version": 1, "needs": [
                  {"needId": "%s", "category": "legal-aid", "severity": 2, "urgency": "urgent", "priority": 1}]}"""
                .formatted(UUID.randomUUID(), client, agency, need));
        Things.await("the need", () -> !database.strings("select 1 from need where id = ?", need).isEmpty());
        if (random.nextInt(3) > 0) {
            post("/v1/cases/" + caseId + "/move-phase", "{\"phase\": \"assessing\"}");
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            aGoal(caseId, need, random);
        }
        if (random.nextBoolean()) {
            ended(caseId, REASONS.get(random.nextInt(REASONS.size())));
        }
    }

    private void aGoal(UUID caseId, UUID need, Random random) {
        String goal = as(worker)
                .body("""
                {"needId": "%s", "clientWords": "w", "weight": 1, "levels": ["a", "b", "c", "d", "e"]}"""
                        .formatted(need))
                .post("/v1/cases/{id}/goals", caseId).then().statusCode(201).extract().path("goalId");
        String path = "/v1/goals/" + goal;
        post(path + "/agree", "{\"manner\": \"verbal\"}");
        post(path + "/activate", "");
        if (random.nextBoolean()) {
            as(worker).body("{\"cause\": \"%s\"}".formatted(random.nextBoolean() ? "fear" : "cost"))
                    .post(path + "/hesitations").then().statusCode(201);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            as(worker).body("{\"level\": %d, \"evidence\": \"e\"}".formatted(random.nextInt(5) - 2))
                    .post(path + "/measurements").then().statusCode(201);
        }
        post(path + (random.nextBoolean() ? "/achieve" : "/not-achieve"), "");
    }

    /** The same figures once more, from the payloads that were published and nothing else. */
    private Map<String, Integer> fromEvents() throws Exception {
        Map<String, Set<String>> people = new HashMap<>();
        Map<String, JsonNode> cases = new HashMap<>();
        Map<String, Map<String, Integer>> levels = new HashMap<>();
        for (String line : database.strings(
                """
                select split_part(type, '.', 4) || '.' || split_part(type, '.', 5) || ' ' || convert_from(payload, 'UTF8')
                  from outbox where topic like 'planning.%' and convert_from(payload, 'UTF8') like ? order by position""",
                "%" + agency + "%")) {
            String type = line.substring(0, line.indexOf(' '));
            JsonNode state = json.readTree(line.substring(line.indexOf(' ')));
            String person = state.path("clientId").asText();
            if (type.startsWith("case.")) {
                cases.put(state.get("caseId").asText(), state);
            }
            switch (type) {
                case "case.opened" -> count(people, "opened", person);
                case "closure.completed" -> count(people, "ending/" + state.get("reason").asText(), person);
                case "hesitation.raised" -> count(people, "hesitation/" + state.get("cause").asText(), person);
                case "measurement.made" -> levels.computeIfAbsent(person, key -> new HashMap<>())
                        .put(state.get("goalId").asText(), state.get("level").asInt());
                case "goal.moved" -> {
                    if (Set.of("achieved", "not-achieved").contains(state.get("status").asText())) {
                        count(people, "goal/" + state.get("status").asText(), person);
                    }
                }
                default -> assertTrue(state.isObject(), line);
            }
        }
        cases.values().forEach(state -> {
            count(people, "status/" + state.get("status").asText(), state.get("clientId").asText());
            if (!state.get("status").asText().equals("closed")) {
                count(people, "phase/" + state.get("phase").asText(), state.get("clientId").asText());
            }
        });
        levels.forEach((person, byGoal) -> count(people, byGoal.values().stream().allMatch(level -> level >= 0)
                ? "attainment/as-expected"
                : "attainment/below", person));
        Map<String, Integer> counted = new TreeMap<>();
        people.forEach((figure, who) -> counted.put(figure, who.size()));
        return counted;
    }

    private static void count(Map<String, Set<String>> people, String figure, String person) {
        people.computeIfAbsent(figure, key -> new HashSet<>()).add(person);
    }

    private static void put(Map<String, Integer> told, String figure, JsonNode count) {
        if (!count.get("suppressed").asBoolean()) {
            told.put(figure, count.get("value").asInt());
        }
    }

    private UUID opened(UUID client) throws Exception {
        UUID intake = UUID.randomUUID();
        events.send("org.alongside.intake.intake.opened.v1", intake,
                """
                {"intakeId": "%s", "clientId": "%s", "homeAgency": "%s", "status": "open", "worker": "w", "version": 0}"""
                        .formatted(intake, client, agency));
        Things.await("the case",
                () -> !database.strings("select 1 from client_case where intake_id = ?", intake).isEmpty());
        return UUID.fromString(database.strings("select id::text from client_case where intake_id = ?", intake).get(0));
    }

    private void ended(UUID caseId, String reason) {
        String closure = as(worker).body(ENDING.formatted(reason, LocalDate.now(ZoneOffset.UTC).plusDays(30)))
                .post("/v1/cases/{id}/closures", caseId).then().statusCode(201).extract().path("closureId");
        post("/v1/closures/" + closure + "/complete", "{}");
    }

    private void at(String time, UUID caseId) throws SQLException {
        database.run("update client_case set opened_at = ?::timestamptz where id = ?", time, caseId);
    }

    private void post(String path, String body) {
        as(worker).header("If-Match", "*").body(body).post(path).then().statusCode(200);
    }

    private String supervisor() {
        return Tokens.token(agency, Role.SUPERVISOR);
    }

    private static String path(String more) {
        return "/v1/reports/programme?from=" + MONTH + "&to=" + MONTH + more;
    }

    private ValidatableResponse report(String more) {
        return as(supervisor()).get(path(more)).then();
    }
}

package org.alongside.intake.assessment;

import static org.alongside.intake.client.Clients.INTAKE_WORKER;
import static org.alongside.intake.client.Clients.as;
import static org.alongside.intake.client.Clients.newMark;
import static org.alongside.intake.client.Clients.registered;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Assessments with an instrument that somebody brought: numbers, dates, repetitions, scores, another language. */
@QuarkusTest
class ImportedInstrumentTest {

    private static final String TRANSLATED = """
            {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/translation", "extension": [
              {"url": "lang", "valueCode": "es"}, {"url": "content", "valueString": "%s"}]}]}""";
    private static final String RULE = """
            {"url": "urn:alongside:extension:need-rule", "extension": [{"url": "category", "valueCode": "%s"},
             {"url": "severity", "valueInteger": 2}, {"url": "urgency", "valueCode": "soon"}]}""";
    private static final String FORM = """
            {"resourceType": "Questionnaire", "id": "%%s", "url": "urn:test:form", "version": "1", "title": "Home", "_title": %s,
             "extension": [{"url": "urn:alongside:extension:score", "extension": [
               {"url": "name", "valueCode": "rooms"}, {"url": "title", "valueString": "Rooms", "_valueString": %s},
               {"url": "method", "valueCode": "sum"}, {"url": "of", "valueString": "rooms"},
               {"url": "band", "extension": [{"url": "code", "valueCode": "few"},
                 {"url": "label", "valueString": "Few", "_valueString": %s}, {"url": "to", "valueDecimal": 1}, %s]}]}],
             "item": [
               {"linkId": "rooms", "type": "integer", "text": "How many rooms?", "_text": %s, "extension": [
                 {"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 0},
                 {"url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": 40}]},
               {"linkId": "rent", "type": "decimal"},
               {"linkId": "since", "type": "date"},
               {"linkId": "missing", "type": "choice", "repeats": true, "text": "What is missing?", "_text": %s, "answerOption": [
                 {"extension": [%s], "valueCoding": {"code": "food", "display": "Food", "_display": %s}},
                 {"extension": [%s], "valueCoding": {"code": "clothes", "display": "Clothes", "_display": %s}}]},
               {"linkId": "child", "type": "group", "repeats": true, "item": [
                 {"linkId": "age", "type": "integer"},
                 {"linkId": "school", "type": "text", "enableWhen": [{"question": "age", "operator": ">", "answerInteger": 5}]}]}]}"""
            .formatted(TRANSLATED.formatted("Casa"), TRANSLATED.formatted("Cuartos"), TRANSLATED.formatted("Pocos"),
                    RULE.formatted("inadequate-housing"), TRANSLATED.formatted("¿Cuántos cuartos?"),
                    TRANSLATED.formatted("¿Qué falta?"), RULE.formatted("food-insecurity"),
                    TRANSLATED.formatted("Comida"), RULE.formatted("material-hardship"),
                    TRANSLATED.formatted("Ropa"));
    private static final String NOTHING_SAID = """
            {"priorities": [], "clientViews": []}""";

    private final Database database = new Database("intake");
    private final String mark = newMark();
    private final String name = "home-" + mark;
    private UUID client;

    @BeforeEach
    void aFormAndAClient() {
        as(Tokens.token(Tokens.OVERSIGHT, Role.SYSTEM_ADMIN)).body(FORM.formatted(name)).post("/v1/instruments").then()
                .statusCode(201).body("findings", hasSize(0));
        client = registered(mark);
    }

    @Test
    void answersKeepTheirTypesAndComeToScoresAndNeeds() {
        String assessment = started("""
                {"linkId": "rooms", "values": [1]}, {"linkId": "rent", "values": [850.5]},
                {"linkId": "since", "values": ["2024-02-29"]}, {"linkId": "missing", "values": ["food", "clothes"]},
                {"linkId": "age", "repetition": 1, "values": [4]}, {"linkId": "age", "repetition": 2, "values": [9]},
                {"linkId": "school", "repetition": 2, "values": ["Two streets away"]}""");
        as(INTAKE_WORKER).get(assessment).then().statusCode(200).body("answers[0].values[0]", equalTo(1))
                .body("answers[1].values[0]", equalTo(850.5f)).body("answers[2].values[0]", equalTo("2024-02-29"))
                .body("answers[0]", not(hasKey("repetition"))).body("answers[5].repetition", equalTo(2))
                .body("$", not(hasKey("scores")));
        completed(assessment).body("needs.category",
                contains("food-insecurity", "inadequate-housing", "material-hardship"))
                .body("scores", hasSize(1)).body("scores[0].name", equalTo("rooms"))
                .body("scores[0].value", equalTo(1)).body("scores[0].band", equalTo("few"))
                .body("scores[0].words", equalTo("Few")).body("scores[0].sourceAnswers", contains("rooms"))
                .body("needs[1].because[0].score", equalTo("rooms")).body("needs[1].because[0].answer", equalTo(1))
                .body("needs[1].because[0].linkId", nullValue());
    }

    @Test
    void wordsComeInTheLanguageThatIsAskedFor() {
        as(INTAKE_WORKER).get("/v1/instruments/{name}/1?language=es-MX", name).then().statusCode(200)
                .body("language", equalTo("es-MX")).body("title", equalTo("Casa"))
                .body("item[0].text", equalTo("¿Cuántos cuartos?"))
                .body("item[3].answerOption[1].valueCoding.display", equalTo("Ropa"));
        as(INTAKE_WORKER).get("/v1/instruments/{name}/1?language=fr", name).then().statusCode(200)
                .body("title", equalTo("Home")).body("$", not(hasKey("language")));
        as(INTAKE_WORKER).get("/v1/instruments/{name}/1?language=x", name).then().statusCode(400);
        String assessment = started("""
                {"linkId": "rooms", "values": [0]}, {"linkId": "missing", "values": ["food"]}""");
        completed(assessment);
        as(INTAKE_WORKER).get(assessment + "?language=es").then().statusCode(200)
                .body("scores[0].title", equalTo("Cuartos")).body("scores[0].words", equalTo("Pocos"))
                .body("needs[0].because[0].question", equalTo("¿Qué falta?"))
                .body("needs[0].because[0].words", equalTo("Comida"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"linkId": "rooms", "values": ["1"]}                                                   | /answers/0/values/0  | wrong-type
            {"linkId": "rooms", "values": [1.5]}                                                   | /answers/0/values/0  | wrong-type
            {"linkId": "rooms", "values": [12345678901]}                                           | /answers/0/values/0  | wrong-type
            {"linkId": "rooms", "values": [41]}                                                    | /answers/0/values/0  | out-of-range
            {"linkId": "rooms", "values": [-1]}                                                    | /answers/0/values/0  | out-of-range
            {"linkId": "rooms", "values": [1, 2]}                                                  | /answers/0/values    | size
            {"linkId": "rent", "values": [1e300]}                                                  | /answers/0/values/0  | wrong-type
            {"linkId": "rent", "values": [true]}                                                   | /answers/0/values/0  | wrong-type
            {"linkId": "since", "values": ["2026-02-30"]}                                          | /answers/0/values/0  | wrong-type
            {"linkId": "since", "values": ["2026"]}                                                | /answers/0/values/0  | wrong-type
            {"linkId": "age", "values": [4]}                                                       | /answers/0/repetition | repetition
            {"linkId": "rooms", "repetition": 1, "values": [4]}                                    | /answers/0/repetition | repetition
            {"linkId": "age", "repetition": 0, "values": [4]}                                      | /answers/0/repetition | min
            {"linkId": "age", "repetition": 21, "values": [4]}                                     | /answers/0/repetition | max
            {"linkId": "age", "repetition": 1, "values": [4]}, {"linkId": "school", "repetition": 2, "values": ["x"]} | /answers/1/linkId | not-enabled
            {"linkId": "age", "repetition": 1, "values": [4]}, {"linkId": "age", "repetition": 1, "values": [5]}      | /answers/1/linkId | repeated
            """)
    void anAnswerThatCannotBeIsNamed(String answers, String field, String code) {
        start(answers).statusCode(400).body("violations.field", equalTo(List.of(field))).body("violations.code",
                equalTo(List.of(code)));
    }

    @Test
    void aGrantForOneNeedTellsNothingThatWasChosenBesideIt() throws SQLException {
        String assessment = started("""
                {"linkId": "rooms", "values": [1]}, {"linkId": "missing", "values": ["food", "clothes"]}""");
        completed(assessment);
        database.run("""
                insert into access_grant values (?, ?, ?, ?, '{assessment}', '{TREAT}', 'consent', ?, ?, now() - interval '1 minute',
                    now() + interval '1 day', null, 0, '{food-insecurity}')""", UUID.randomUUID(), client,
                Tokens.FAMILY_SERVICES, Tokens.LEGAL_AID, UUID.randomUUID(), UUID.randomUUID());
        as(Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER)).get(assessment).then().statusCode(200)
                .body("answers.linkId", contains("missing")).body("answers[0].values", contains("food"))
                .body("$", not(hasKey("scores"))).body("needs[0].because.answer", contains("food"));
        as(INTAKE_WORKER).get(assessment).then().body("answers[1].values", contains("food", "clothes"));
    }

    private String started(String answers) {
        return start(answers).statusCode(201).extract().header("Location");
    }

    private ValidatableResponse start(String answers) {
        return as(INTAKE_WORKER)
                .body("""
                {"instrument": "%s", "version": "1", "answeredBy": "client", "answers": [%s]}""".formatted(name,
                        answers))
                .post("/v1/clients/{id}/assessments", client).then();
    }

    private static ValidatableResponse completed(String assessment) {
        return as(INTAKE_WORKER).header("If-Match", "\"0\"").body(NOTHING_SAID).post(assessment + "/complete").then()
                .statusCode(200);
    }
}

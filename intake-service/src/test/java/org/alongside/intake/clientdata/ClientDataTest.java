package org.alongside.intake.clientdata;

import static org.alongside.intake.client.Clients.INTAKE_WORKER;
import static org.alongside.intake.client.Clients.as;
import static org.alongside.intake.client.Clients.newMark;
import static org.alongside.intake.client.Clients.registered;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.alongside.intake.consent.Consents;
import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.ClientDataTables;
import org.alongside.kit.testing.ClientDataWords;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** A client asks for all that is held about them, and gets it: nothing left out, nothing of anybody else. */
@QuarkusTest
class ClientDataTest {

    private static final String OFFICER = Tokens.token(Tokens.FAMILY_SERVICES, Role.PRIVACY_OFFICER);
    private static final String SUPERVISOR = Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR);
    private static final UUID NAMED = UUID.randomUUID();
    private static final String NAMED_OFFICER = Tokens.of(Tokens.FAMILY_SERVICES, Role.PRIVACY_OFFICER,
            Role.INTAKE_WORKER).subject(NAMED).sign();
    private static final String TALK = """
            {"kind": "role", "language": "en", "interpreter": false, "understood": "yes", "clientWords": "Said-%s"}""";

    private final Database database = new Database("intake");
    private final ClientDataTables tables = new ClientDataTables(database,
            Set.of("assessment", "access_grant", "consent", "conversation", "emergency_access",
                    "erasure", "intake", "need"),
            Map.of("client_version", "versions", "household", "households", "restriction", "restrictions"),
            // keys and blind tokens; links and copies of what is told by other members
            // of merges only those that stand: one that was undone names somebody else
            Set.of("client_key", "client_merge", "client_token", "duplicate_key", "duplicate_indexed", "household_link",
                    "merged_client", "restricted_client"));
    private final String mark = newMark();
    private UUID client;

    @BeforeEach
    void aClient() {
        client = registered(mark);
    }

    @Test
    void holdsEveryRowOfTheClientAndEachWordAsItWasSaid() {
        aFullRecord();
        JsonPath data = json(OFFICER).body("format", equalTo("org.alongside.intake-data.v1"))
                .body("exportedAt", notNullValue()).body("homeAgency", equalTo(Tokens.FAMILY_SERVICES.toString()))
                .body("clients[0].identity.familyName", equalTo("Family-" + mark))
                .body("clients[0].contact.points[0].value", equalTo("555-01" + mark))
                .body("versions.action", hasItems("registered", "changed"))
                .body("households[0].members[0].name", equalTo("Sister-" + mark))
                .body("assessments.assessment.clientWords", hasItems("Words-" + mark))
                .body("assessments.findAll { it.assessment.status == 'completed' }[0].assessment.needs[0].because[0].question",
                        notNullValue())
                .body("assessments[0].title", notNullValue())
                .body("assessments[0].questions.find { it.linkId == 'housing.keeping-home' }.question",
                        containsString("stay in your home"))
                .body("assessments[0].questions.find { it.linkId == 'housing.keeping-home' }.words[0]",
                        containsString("notice"))
                .body("consents[0].text.plain", containsString("May we share information about you?"))
                .body("conversations[0].clientWords", equalTo("Said-" + mark))
                .body("emergencyAccesses[0].reason", containsString("Reason-" + mark))
                .body("restrictions[0].liftedAt", notNullValue()).body("erasures[0].words", equalTo("Forget-" + mark))
                .body("merges", empty()).extract().jsonPath();
        tables.check(client, data);
    }

    @Test
    void nothingOfWhatAnotherClientSaidOfThisOneIsInIt() {
        UUID other = registered("h" + mark);
        UUID third = registered("i" + mark);
        as(INTAKE_WORKER).header("If-Match", "*").body("""
                {"members": [{"clientId": "%s", "relation": "partner", "until": "2026-03-01"}]}""".formatted(client))
                .put("/v1/clients/{id}/household", other).then().statusCode(200);
        as(INTAKE_WORKER).header("If-Match", "*").body("""
                {"members": [{"clientId": "%s", "relation": "sibling"}]}""".formatted(third))
                .put("/v1/clients/{id}/household", client).then().statusCode(200).body("fromOthers", hasSize(1));
        String data = json(OFFICER).body("households[0].fromOthers", empty())
                .body("households[0].members.relation", equalTo(List.of("sibling"))).extract().asString();
        assertFalse(data.contains(other.toString()) || data.contains(third.toString()), data);
    }

    @Test
    void aRecordThatGoesOnInAnotherOneIsNotHandedOutForTheWhole() {
        UUID survivor = registered("s" + mark);
        as(SUPERVISOR).body("{\"mergedClientId\": \"" + client + "\"}").post("/v1/clients/{id}/merges", survivor).then()
                .statusCode(201);
        as(OFFICER).get("/v1/clients/{id}/intake-data", client).then().statusCode(409)
                .body("replacedBy", equalTo(survivor.toString()));
    }

    @Test
    void isNotCutOffAfterAPage() {
        for (int i = 0; i < 201; i++) {
            as(INTAKE_WORKER).body(TALK.formatted(i)).post("/v1/clients/{id}/conversations", client).then()
                    .statusCode(201);
        }
        json(OFFICER).body("conversations", hasSize(201));
    }

    @Test
    void holdsTheRecordsThatAreMergedIntoTheClients() {
        UUID other = registered("o" + mark);
        as(INTAKE_WORKER).body(TALK.formatted("o" + mark)).post("/v1/clients/{id}/conversations", other);
        as(INTAKE_WORKER).post("/v1/clients/{id}/intakes", other).then().statusCode(201);
        as(SUPERVISOR).body("{\"mergedClientId\": \"" + other + "\"}").post("/v1/clients/{id}/merges", client).then()
                .statusCode(201);
        json(OFFICER).body("clients.clientId", equalTo(List.of(client.toString(), other.toString())))
                .body("versions.clientId", hasItems(client.toString(), other.toString()))
                .body("conversations.clientWords", equalTo(List.of("Said-o" + mark)))
                .body("intakes.clientId", equalTo(List.of(other.toString()))).body("merges", hasSize(1));
    }

    @Test
    void saysTheSameOnAPageForPeople() {
        as(INTAKE_WORKER).contentType("application/merge-patch+json").header("If-Match", "\"0\"")
                .body("{\"identity\": {\"familyName\": \"<script>alert('%s')</script>&\"}}".formatted(mark))
                .patch("/v1/clients/{id}", client).then().statusCode(200);
        Consents.proposed(client);
        String page = as(OFFICER).accept("text/html").get("/v1/clients/{id}/intake-data", client).then()
                .statusCode(200).contentType(containsString("text/html")).header("Cache-Control", "no-store")
                .header("Content-Language", "en")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .extract().asString();
        assertTrue(page.contains("&lt;script&gt;alert('" + mark + "')&lt;/script&gt;&amp;"), page);
        assertTrue(!page.contains("<script"), page);
        assertTrue(page.contains("<th scope=\"row\">Who you are › Given names</th><td>Given-" + mark + "</td>"), page);
        assertTrue(page.contains("<td>to coordinate help between agencies</td>"), page);
        assertTrue(page.contains("<h1>What your agency keeps about you</h1>"), page);
        assertTrue(page.contains("›") && page.contains("yes"), page);
        as(OFFICER).accept("text/html").get("/v1/clients/{id}/intake-data?language=es-MX", client).then()
                .statusCode(200).header("Content-Language", "es").body(containsString("Lo que su agencia guarda"))
                .body(containsString("Quién es usted › Nombre"));
        as(OFFICER).accept("text/html").get("/v1/clients/{id}/intake-data?language=xx", client).then()
                .statusCode(400);
    }

    @Test
    void everyMemberHasWordsInEachLanguage() {
        ClientDataWords.check("IntakeData");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "PRIVACY_OFFICER")
    void noOtherRoleReadsIt(Role role) {
        as(Tokens.token(Tokens.FAMILY_SERVICES, role)).get("/v1/clients/{id}/intake-data", client).then()
                .statusCode(403);
    }

    @Test
    void anotherAgencyAndWhoIsNotNamedFindNoSuchClient() {
        Consents.give(Consents.proposed(client), """
                {"givenBy": "client", "manner": "written", "language": "en", "limitsOfConfidentialityTalk": true}""")
                .statusCode(200);
        as(Tokens.token(Tokens.LEGAL_AID, Role.PRIVACY_OFFICER)).header("X-Purpose-Of-Use", "COC")
                .get("/v1/clients/{id}/intake-data", client).then().statusCode(404);
        as(NAMED_OFFICER).body("{\"reasonCode\": \"threat\", \"workers\": []}")
                .post("/v1/clients/{id}/restriction", client).then().statusCode(201);
        as(OFFICER).get("/v1/clients/{id}/intake-data", client).then().statusCode(404);
        json(NAMED_OFFICER).body("restrictions", hasSize(1));
    }

    @Test
    void handingItOutIsAnAccessToEachRecordForTheClientsOwnRequest() {
        aFullRecord();
        String accessId = json(OFFICER).extract().header("Alongside-Access-Id");
        List<JsonPath> seen = database.strings("select convert_from(payload, 'UTF8') from outbox where"
                + " topic = 'audit.access.v1' and convert_from(payload, 'UTF8') like ?", "%\"" + accessId + "\"%")
                .stream().map(JsonPath::new).filter(access -> client.toString().equals(access.getString("client")))
                .toList();
        assertEquals(1, seen.size());
        assertEquals("intake-data.export", seen.get(0).getString("op"));
        assertEquals("PATRQT", seen.get(0).getString("purpose"));
        assertTrue(seen.get(0).getList("records.type").containsAll(List.of("client", "assessment", "consent",
                "conversation", "emergency-access", "erasure", "grant", "intake")),
                seen.get(0).getList("records.type").toString());
    }

    private ValidatableResponse json(String token) {
        return as(token).accept("application/json").get("/v1/clients/{id}/intake-data", client).then().statusCode(200)
                .contentType(containsString("application/json"));
    }

    private void aFullRecord() {
        as(INTAKE_WORKER).contentType("application/merge-patch+json").header("If-Match", "\"0\"")
                .body("{\"identity\": {\"pronouns\": \"she/her\"}}").patch("/v1/clients/{id}", client).then()
                .statusCode(200);
        as(INTAKE_WORKER).header("If-Match", "*").body("""
                {"members": [{"name": "Sister-%s", "relation": "sibling"}]}""".formatted(mark))
                .put("/v1/clients/{id}/household", client).then().statusCode(200);
        as(INTAKE_WORKER).post("/v1/clients/{id}/intakes", client).then().statusCode(201);
        as(INTAKE_WORKER).body(TALK.formatted(mark)).post("/v1/clients/{id}/conversations", client).then()
                .statusCode(201);
        assessed();
        Consents.give(Consents.proposed(client), """
                {"givenBy": "client", "manner": "written", "language": "en", "limitsOfConfidentialityTalk": true}""")
                .statusCode(200);
        as(Tokens.token(Tokens.HOUSING, Role.INTAKE_WORKER))
                .body("""
                {"client": "%s", "reasonCode": "shelter-tonight", "reason": "Stands at the door: Reason-%s"}"""
                        .formatted(client, mark))
                .post("/v1/emergency-accesses").then().statusCode(201);
        as(NAMED_OFFICER).body("{\"reasonCode\": \"threat\", \"workers\": []}")
                .post("/v1/clients/{id}/restriction", client).then().statusCode(201);
        as(NAMED_OFFICER).header("If-Match", "*").delete("/v1/clients/{id}/restriction", client).then()
                .statusCode(204);
        UUID twin = registered("t" + mark);
        String merge = as(SUPERVISOR).body("{\"mergedClientId\": \"" + client + "\"}")
                .post("/v1/clients/{id}/merges", twin).then().statusCode(201).extract().path("mergeId");
        as(SUPERVISOR).header("If-Match", "*").post("/v1/client-merges/{id}/undo", merge).then().statusCode(200);
        String erasure = as(OFFICER).body("{\"reason\": \"client-asked\", \"words\": \"Forget-%s\"}".formatted(mark))
                .post("/v1/clients/{id}/erasures", client).then().statusCode(201).extract().path("erasureId");
        as(OFFICER).header("If-Match", "*").post("/v1/erasures/{id}/cancel", erasure).then().statusCode(200);
    }

    private void assessed() {
        String assessment = as(INTAKE_WORKER).body("""
                {"instrument": "core-needs", "version": "1.1.0", "answeredBy": "client",
                 "answers": [{"linkId": "housing.place-to-sleep", "values": ["own-home"]},
                             {"linkId": "housing.keeping-home", "values": ["notice"]}],
                 "clientWords": "Words-%s"}""".formatted(mark)).post("/v1/clients/{id}/assessments", client).then()
                .statusCode(201).extract().path("assessmentId");
        as(INTAKE_WORKER).header("If-Match", "*").body("""
                {"priorities": ["housing-instability", "legal-aid"], "clientViews": []}""")
                .post("/v1/assessments/{id}/complete", assessment).then().statusCode(200);
        as(INTAKE_WORKER).header("If-Match", "*").post("/v1/assessments/{id}/amend", assessment).then()
                .statusCode(201);
    }
}

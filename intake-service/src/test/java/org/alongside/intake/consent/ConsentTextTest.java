package org.alongside.intake.consent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.alongside.intake.client.Clients.INTAKE_WORKER;
import static org.alongside.intake.client.Clients.as;
import static org.alongside.intake.client.Clients.newMark;
import static org.alongside.intake.client.Clients.registered;
import static org.alongside.intake.consent.Consents.give;
import static org.alongside.intake.consent.Consents.proposed;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.digest.Sha256;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.FhirR4;
import org.alongside.kit.testing.Tokens;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;

/** What a client is asked, what is kept of the answer, and how it leaves as FHIR. */
@QuarkusTest
class ConsentTextTest {

    private static final String BY_THE_CLIENT = """
            {"givenBy": "client", "manner": "written", "language": "es-MX", "limitsOfConfidentialityTalk": true%s}""";

    private final Database database = new Database("intake");
    private final String mark = newMark();
    private UUID client;
    private String consent;

    @BeforeEach
    void aProposal() {
        client = registered(mark);
        consent = proposed(client);
    }

    @Test
    void theTextNamesWhoWhatWhyAndHowLongInTheLanguageAskedFor() {
        String english = plain("en");
        assertTrue(english.contains("\n- your name and date of birth\n") && english.contains("- help with the law")
                && english.contains("- to coordinate help between agencies\n"), english);
        assertTrue(english.contains("You get the same help from us, whether you say yes or no."), english);
        String spanish = plain("es-MX");
        assertTrue(spanish.contains("\n- su nombre y fecha de nacimiento\n") && spanish.contains("Usted elige"),
                spanish);
        assertFalse(spanish.contains("legal-aid"), spanish);
    }

    @Test
    void theHashIsThatOfTheTextToTheByteAndTheSameEachTime() {
        byte[] bytes = plainBytes("es").response().asByteArray();
        as(INTAKE_WORKER).queryParam("language", "es").get("/v1/consents/{id}/text", consent).then().statusCode(200)
                .body("sha256", equalTo(Sha256.hex(bytes))).body("plain", equalTo(new String(bytes, UTF_8)))
                .body("agreed", equalTo(false)).body("version", equalTo("1.0.0"));
        assertEquals(List.of(bytes.length), List.of(plainBytes("es").response().asByteArray().length));
        assertTrue(Arrays.equals(bytes, plainBytes("es").response().asByteArray()));
    }

    @Test
    void aLanguageWithoutATextGetsAnotherAndIsToldWhich() {
        as(INTAKE_WORKER).queryParam("language", "ti").get("/v1/consents/{id}/text", consent).then().statusCode(200)
                .header("Content-Language", "en").body("language", equalTo("en"));
        as(INTAKE_WORKER).queryParam("language", "not a language").get("/v1/consents/{id}/text", consent).then()
                .statusCode(400).body("violations.field", hasItem(containsString("language")));
    }

    /** A client's name is not in it: the paper may lie where others see it. */
    @Test
    void onPaperItHasRoomForTheAnswerAndNoNameOfTheClient() {
        as(INTAKE_WORKER).accept("text/html").queryParam("language", "es").get("/v1/consents/{id}/text", consent).then()
                .statusCode(200).contentType("text/html;charset=UTF-8").header("Content-Language", "es")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Cache-Control", "no-store").body(allOf(containsString("<html lang=\"es\" dir=\"ltr\">"),
                        containsString("Firma"), containsString(consent), not(containsString(mark))));
    }

    @Test
    void whatWasAgreedToStaysAsItWasReadWhateverLanguageIsAskedForLater() throws SQLException {
        String shown = plain("es");
        give(consent, BY_THE_CLIENT.formatted(", \"textSha256\": \"" + Sha256.hex(shown.getBytes(UTF_8)) + "\""))
                .statusCode(200).body("given.text.language", equalTo("es")).body("given.text.confirmed", equalTo(true))
                .body("given.text.sha256", equalTo(Sha256.hex(shown.getBytes(UTF_8))));
        // The terms as the text tells them have changed since: what was agreed to must not follow.
        database.run("update consent set categories = '{food-insecurity}' where id = ?", UUID.fromString(consent));
        assertEquals(shown, plain("en"));
        as(INTAKE_WORKER).get("/v1/consents/{id}/text", consent).then().body("agreed", equalTo(true))
                .body("sha256", equalTo(Sha256.hex(shown.getBytes(UTF_8))));
        assertEquals(List.of("0"), database.strings(
                "select position(convert_to('agencias', 'UTF8') in text)::text from consent where id = ?",
                UUID.fromString(consent)));
    }

    @Test
    void nothingIsGivenToATextThatTheClientWasNotShown() {
        give(consent, BY_THE_CLIENT.formatted(", \"textSha256\": \"" + "0".repeat(64) + "\"")).statusCode(409)
                .body("detail", containsString("Read the text in that language anew"));
        as(INTAKE_WORKER).get("/v1/consents/{id}", consent).then().body("status", equalTo("proposed"))
                .body("given", nullValue());
        give(consent, BY_THE_CLIENT.formatted("")).statusCode(200).body("given.text.confirmed", equalTo(false));
    }

    @Test
    void aProxyIsToldByRelationAndAuthorityAndAWitnessByName() {
        String proxy = """
                {"limitsOfConfidentialityTalk": false, "givenBy": "proxy", "proxy": {"name": "P-%s", "relation": "guardian", "authority": "Order 12 of %s"},
                 "manner": "verbal-with-witness", "witness": "W-%s", "language": "en"}""".formatted(mark, mark, mark);
        give(consent, proxy.replace("\"relation\": \"guardian\",", "")).statusCode(400)
                .body("violations.field", hasItem("/proxy/relation"));
        give(consent, proxy.replaceAll(", \"authority\": \"[^\"]*\"", "")).statusCode(400)
                .body("violations.field", hasItem("/proxy/authority"));
        give(consent, proxy.replaceAll("\"proxy\": \\{[^}]*},", "")).statusCode(400);
        give(consent, proxy.replaceAll("\"witness\": \"[^\"]*\",", "")).statusCode(400);
        give(consent, proxy.replace("verbal-with-witness", "written")).statusCode(400);
        give(consent, proxy.replace("\"proxy\",", "\"client\",")).statusCode(400);
        give(consent, proxy).statusCode(200).body("given.proxy.relation", equalTo("guardian"))
                .body("given.proxy.authority", equalTo("Order 12 of " + mark))
                .body("given.witness", equalTo("W-" + mark));
        assertSealed();
    }

    @Test
    void aConsentOfBeforeStillTellsItsProxy() throws SQLException {
        give(consent, """
                {"limitsOfConfidentialityTalk": true, "givenBy": "proxy", "proxy": {"relation": "other", "authority": "aunt, by court order"},
                 "manner": "written", "language": "en"}""").statusCode(200)
                .body("given.proxy.authority", equalTo("aunt, by court order")).body("given.proxy.name", nullValue());
        assertEquals("aunt, by court order", new SealedGiving(null, null, "aunt, by court order", null, null, null,
                false, null, null, null, null).view().proxy().authority());
    }

    @Test
    void whatTheClientSaysToANoIsKeptAsSaidAndNeverAskedFor() {
        as(INTAKE_WORKER).contentType("application/json;charset=UTF-8").header("If-Match", "\"0\"")
                .body("{\"words\": \"Not now " + mark + " אמא\"}")
                .post("/v1/consents/{id}/refuse", consent).then().statusCode(200).body("status", equalTo("refused"))
                .body("wordsAtEnd", equalTo("Not now " + mark + " אמא"));
        String other = proposed(client);
        give(other, BY_THE_CLIENT.formatted(", \"words\": \"If it helps " + mark + "\"")).statusCode(200)
                .body("given.words", equalTo("If it helps " + mark));
        as(INTAKE_WORKER).body("{\"words\": \"" + "x".repeat(2001) + "\"}").post("/v1/consents/{id}/revoke", other)
                .then().statusCode(400).body("violations.field", hasItem("/words"));
        as(INTAKE_WORKER).post("/v1/consents/{id}/revoke", other).then().statusCode(200)
                .body("status", equalTo("revoked")).body("wordsAtEnd", nullValue());
        assertSealed();
    }

    @Test
    void aTalkThatIsNamedIsOneAboutConfidentialityWithThisClient() {
        String talk = "{\"kind\": \"%s\", \"language\": \"es\", \"interpreter\": false, \"understood\": \"yes\"}";
        String role = conversation(client, talk.formatted("role"));
        String others = conversation(registered(newMark()), talk.formatted("limits-of-confidentiality"));
        String held = conversation(client, talk.formatted("limits-of-confidentiality"));
        for (String wrong : List.of(role, others, UUID.randomUUID().toString())) {
            give(consent, BY_THE_CLIENT.formatted(", \"conversationId\": \"" + wrong + "\"")).statusCode(400)
                    .body("violations.field", hasItem("/conversationId"));
        }
        give(consent, BY_THE_CLIENT.formatted(", \"conversationId\": \"" + held + "\"")).statusCode(200)
                .body("given.conversationId", equalTo(held));
    }

    @Test
    void hapiReadsTheConsentAsOneOfFhir() {
        give(consent, """
                {"limitsOfConfidentialityTalk": true, "givenBy": "proxy", "proxy": {"name": "P", "relation": "parent", "authority": "custody"},
                 "manner": "written", "language": "es", "evidenceHash": "%s"}""".formatted("a".repeat(64)))
                .statusCode(200);
        org.hl7.fhir.r4.model.Consent fhir = fhir();
        assertEquals(ConsentState.ACTIVE, fhir.getStatus());
        assertEquals("urn:uuid:" + client, fhir.getPatient().getIdentifier().getValue());
        assertEquals("#proxy", fhir.getPerformerFirstRep().getReference());
        assertEquals("PRN", ((RelatedPerson) fhir.getContained().get(0)).getRelationshipFirstRep().getCodingFirstRep()
                .getCode());
        assertEquals(plain("es"), new String(fhir.getSourceAttachment().getData(), UTF_8));
        assertEquals(ConsentProvisionType.PERMIT, fhir.getProvision().getType());
        assertEquals("urn:uuid:" + Tokens.LEGAL_AID,
                fhir.getProvision().getActorFirstRep().getReference().getIdentifier().getValue());
        assertEquals(List.of("assessment", "identity"),
                fhir.getProvision().getClass_().stream().map(coding -> coding.getCode()).toList());
        assertEquals("legal-aid", fhir.getProvision().getCodeFirstRep().getCodingFirstRep().getCode());
        assertEquals("COC", fhir.getProvision().getPurposeFirstRep().getCode());
    }

    @Test
    void inFhirARefusalDeniesAndWhatIsOverIsInactive() {
        assertEquals(ConsentState.PROPOSED, fhir().getStatus());
        as(INTAKE_WORKER).header("If-Match", "\"0\"").post("/v1/consents/{id}/refuse", consent).then().statusCode(200);
        assertEquals(ConsentState.REJECTED, fhir().getStatus());
        assertEquals(ConsentProvisionType.DENY, fhir().getProvision().getType());
        consent = proposed(client);
        give(consent, BY_THE_CLIENT.formatted("")).statusCode(200);
        assertEquals("urn:uuid:" + client, fhir().getPerformerFirstRep().getIdentifier().getValue());
        as(INTAKE_WORKER).post("/v1/consents/{id}/revoke", consent).then().statusCode(200);
        assertEquals(ConsentState.INACTIVE, fhir().getStatus());
    }

    @Test
    void toOthersThereIsNeitherATextNorAResource() {
        give(consent, BY_THE_CLIENT.formatted("")).statusCode(200);
        for (String what : List.of("text", "fhir")) {
            as(Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER)).header("X-Purpose-Of-Use", "COC")
                    .get("/v1/consents/{id}/" + what, consent).then().statusCode(404);
            as(Tokens.token(Tokens.FAMILY_SERVICES, Role.RECEIVING_WORKER)).get("/v1/consents/{id}/" + what, consent)
                    .then().statusCode(403);
        }
    }

    /** The client of a partner's system agrees there; the partner's agency is the home agency. */
    @Test
    void aPartnersSystemRecordsWhatItsClientAnswered() {
        String system = Tokens.token(Tokens.FAMILY_SERVICES, Role.PARTNER_SYSTEM);
        as(system).get("/v1/consents/{id}/text", consent).then().statusCode(200).body("text", nullValue())
                .body("title", notNullValue());
        as(system).header("If-Match", "\"0\"").body("""
                {"limitsOfConfidentialityTalk": true, "givenBy": "client", "manner": "electronic", "language": "es"}""")
                .post("/v1/consents/{id}/give", consent).then().statusCode(200);
        as(system).post("/v1/consents/{id}/revoke", consent).then().statusCode(200);
    }

    private org.hl7.fhir.r4.model.Consent fhir() {
        String json = as(Tokens.token(Tokens.FAMILY_SERVICES, Role.CASE_WORKER)).get("/v1/consents/{id}/fhir", consent)
                .then().statusCode(200).contentType("application/fhir+json").extract().asString();
        return FhirR4.valid(org.hl7.fhir.r4.model.Consent.class, json);
    }

    private static String conversation(UUID client, String body) {
        return as(INTAKE_WORKER).body(body).post("/v1/clients/{id}/conversations", client).then().statusCode(201)
                .extract().path("conversationId");
    }

    private String plain(String language) {
        return new String(plainBytes(language).response().asByteArray(), UTF_8);
    }

    private ExtractableResponse<Response> plainBytes(String language) {
        return as(INTAKE_WORKER).accept("text/plain").queryParam("language", language)
                .get("/v1/consents/{id}/text", consent).then().statusCode(200).extract();
    }

    private void assertSealed() {
        assertEquals(List.of(), database.strings("""
                select id::text from consent where position(convert_to(?, 'UTF8') in
                 coalesce(given, '') || coalesce(text, '') || coalesce(ended_words, '')) > 0""", mark));
    }
}

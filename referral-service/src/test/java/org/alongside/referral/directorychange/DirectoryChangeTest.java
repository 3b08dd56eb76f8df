package org.alongside.referral.directorychange;

import static io.restassured.RestAssured.given;
import static org.alongside.referral.directorychange.DirectoryChanges.command;
import static org.alongside.referral.directorychange.DirectoryChanges.propose;
import static org.alongside.referral.directorychange.DirectoryChanges.proposed;
import static org.alongside.referral.directorychange.DirectoryChanges.read;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.alongside.referral.Directory;
import org.alongside.referral.hsds.HsdsEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class DirectoryChangeTest {

    private static final UUID SERVICE = Directory.EVICTION_DEFENCE;
    /** A confidential place of the housing agency, and its address. */
    private static final UUID SHELTER = UUID.fromString("0d000000-0000-4000-8002-000000000010");
    private static final UUID SHELTER_ADDRESS = UUID.fromString("0d000000-0000-4000-800e-000000001001");

    private final String worker = Tokens.token(Tokens.FAMILY_SERVICES, Role.CASE_WORKER);
    private final String owner = Tokens.token(Tokens.LEGAL_AID, Role.AGENCY_ADMIN);
    private final String ownersWorker = Tokens.token(Tokens.LEGAL_AID, Role.RECEIVING_WORKER);
    private final String stranger = Tokens.token(Tokens.HOUSING, Role.AGENCY_ADMIN);
    private final String suite = Tokens.token(Tokens.OVERSIGHT, Role.SYSTEM_ADMIN);

    private final Database database = new Database("referral");

    @AfterEach
    void asItWas() throws SQLException {
        DirectoryChanges.forget(HsdsEntity.SERVICE, SERVICE, "name", "Eviction Defence");
        DirectoryChanges.forget(HsdsEntity.SERVICE, SERVICE, "fees_description", null);
        DirectoryChanges.forget(HsdsEntity.SERVICE, Directory.PANTRY, "alert", null);
        DirectoryChanges.forget(HsdsEntity.LOCATION, SHELTER, "x_confidential", "true");
        DirectoryChanges.forget(HsdsEntity.ADDRESS, SHELTER_ADDRESS, "attention", null);
        database.run("select refresh_service_finder(array[?::uuid])", SERVICE);
    }

    @Test
    void theOwnerApprovesAndTheDirectorySaysSoAtOnce() {
        String id = propose(worker, HsdsEntity.SERVICE, SERVICE, "\"name\": \"Defence against eviction\"").then()
                .statusCode(201).body("status", equalTo("proposed")).body("owner", equalTo(Tokens.LEGAL_AID.toString()))
                .body("proposedBy", equalTo(Tokens.FAMILY_SERVICES.toString()))
                .body("fields[0].before", equalTo("Eviction Defence"))
                .body("allowedActions", equalTo(List.of("withdraw")))
                .extract().path("id");
        given().get("/hsds/services/{id}", SERVICE).then().body("name", equalTo("Eviction Defence"));
        given().auth().oauth2(owner).get("/v1/directory/changes?status=proposed").then().statusCode(200)
                .body("items.id", hasItem(id)).body("items.find { it.id == '" + id + "' }.allowedActions",
                        equalTo(List.of("approve", "decline")));
        command(owner, id, "approve").statusCode(200).body("status", equalTo("approved"))
                .body("decidedBy", equalTo(Tokens.LEGAL_AID.toString())).body("allowedActions", equalTo(List.of()));
        given().get("/hsds/services/{id}", SERVICE).then().body("name", equalTo("Defence against eviction"));
        given().auth().oauth2(worker).contentType("application/json")
                .body("{\"text\": \"defence against\", \"areaPostalCode\": \"00103\"}").post("/v1/matches").then()
                .body("matches.serviceName", hasItem("Defence against eviction"));
    }

    @Test
    void theHistorySaysWhatChangedAndWhichAgencyDidIt() {
        command(owner, proposed(worker, HsdsEntity.SERVICE, SERVICE, "\"name\": \"Other\""), "approve")
                .statusCode(200);
        given().get("/hsds/services/{id}", SERVICE).then()
                .body("metadata.field_name", equalTo(List.of("name")))
                .body("metadata[0].previous_value", equalTo("Eviction Defence"))
                .body("metadata[0].replacement_value", equalTo("Other"))
                .body("metadata[0].last_action_type", equalTo("update"))
                .body("metadata[0].resource_type", equalTo("service"))
                .body("metadata[0].updated_by", equalTo("agency:" + Tokens.LEGAL_AID));
    }

    @Test
    void theOwnerDeclinesWithAReasonAndThenNothingMore() {
        String id = proposed(worker, HsdsEntity.SERVICE, SERVICE, "\"name\": \"Other\"");
        command(owner, id, "decline").statusCode(200).body("status", equalTo("declined"));
        read(worker, id).statusCode(200).body("reason", equalTo("It is right as it is."))
                .body("allowedActions", equalTo(List.of()));
        command(owner, id, "approve").statusCode(409).body("type", endsWith("conflicting-state"))
                .body("present", equalTo("declined"));
        given().get("/hsds/services/{id}", SERVICE).then().body("name", equalTo("Eviction Defence"));
    }

    @Test
    void whoProposedItTakesItBackAndNobodyElse() {
        String id = proposed(worker, HsdsEntity.SERVICE, SERVICE, "\"name\": \"Other\"");
        command(owner, id, "withdraw").statusCode(403);
        command(worker, id, "withdraw").statusCode(200).body("status", equalTo("withdrawn"));
    }

    @Test
    void othersNeitherSeeNorDecideIt() {
        String id = proposed(worker, HsdsEntity.SERVICE, SERVICE, "\"name\": \"Other\"");
        for (String token : List.of(stranger, suite, ownersWorker)) {
            read(token, id).statusCode(404);
            given().auth().oauth2(token).get("/v1/directory/changes").then().body("items.id", not(hasItem(id)));
        }
        command(stranger, id, "approve").statusCode(404);
        command(suite, id, "approve").statusCode(404);
        command(ownersWorker, id, "approve").statusCode(403);
        command(worker, id, "approve").statusCode(403);
        String own = Tokens.token(Tokens.FAMILY_SERVICES, Role.AGENCY_ADMIN);
        command(own, id, "approve").statusCode(403);
        given().auth().oauth2(worker).get("/v1/directory/changes?own=true").then().body("items.id", hasItem(id));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"SUPERVISOR", "PRIVACY_OFFICER", "AUDITOR", "CLIENT"})
    void notEveryRoleProposes(Role role) {
        propose(Tokens.token(Tokens.FAMILY_SERVICES, role), HsdsEntity.SERVICE, SERVICE, "\"name\": \"Other\"").then()
                .statusCode(403);
    }

    @Test
    void whatTheOwnerWantsIsMadeAtOnce() {
        propose(owner, HsdsEntity.SERVICE, SERVICE, "\"name\": \"Other\", \"fees_description\": \"None\"").then()
                .statusCode(201).body("status", equalTo("approved"));
        given().get("/hsds/services/{id}", SERVICE).then().body("name", equalTo("Other"))
                .body("fees_description", equalTo("None"));
        propose(owner, HsdsEntity.SERVICE, SERVICE, "\"fees_description\": null").then().statusCode(201);
        given().get("/hsds/services/{id}", SERVICE).then().body("$", not(hasKey("fees_description")));
        propose(owner, HsdsEntity.SERVICE, SERVICE, "\"name\": \"Other\"").then().statusCode(409).body("detail",
                notNullValue());
    }

    @Test
    void theAdministratorOfTheSuiteDecidesWhatNoAgencyOwns() {
        String id = proposed(worker, HsdsEntity.SERVICE, Directory.PANTRY, "\"alert\": \"Closed today\"");
        read(worker, id).body("owner", nullValue());
        given().auth().oauth2(suite).get("/v1/directory/changes").then().body("items.id", hasItem(id));
        command(suite, id, "approve").statusCode(200).body("status", equalTo("approved"));
        given().get("/hsds/services/{id}", Directory.PANTRY).then().body("alert", equalTo("Closed today"));
    }

    @Test
    void aChangeOfWhatHasChangedMeanwhileIsRefusedWhole() {
        String id = proposed(worker, HsdsEntity.SERVICE, SERVICE,
                "\"name\": \"Other\", \"fees_description\": \"None\"");
        propose(owner, HsdsEntity.SERVICE, SERVICE, "\"name\": \"Mine\"").then().statusCode(201);
        command(owner, id, "approve").statusCode(409).body("changed", equalTo(List.of("name")));
        given().get("/hsds/services/{id}", SERVICE).then().body("name", equalTo("Mine"))
                .body("$", not(hasKey("fees_description")));
        read(owner, id).body("status", equalTo("proposed"));
    }

    @Test
    void aDecisionNamesTheVersionThatItIsAbout() {
        String id = proposed(worker, HsdsEntity.SERVICE, SERVICE, "\"name\": \"Other\"");
        var request = given().auth().oauth2(owner);
        request.post("/v1/directory/changes/" + id + "/approve").then().statusCode(428);
        given().auth().oauth2(owner).header("If-Match", "\"7\"").post("/v1/directory/changes/" + id + "/approve")
                .then().statusCode(412);
    }

    @Test
    void theSameAgainIsTheSameChange() {
        String id = proposed(worker, HsdsEntity.SERVICE, SERVICE, "\"name\": \"Other\"");
        assertEquals(id, proposed(worker, HsdsEntity.SERVICE, SERVICE, "\"name\": \"Other\""));
    }

    @Test
    void ofTwoWhoApproveAtOnceOneIsRefused() throws Exception {
        String id = proposed(worker, HsdsEntity.SERVICE, SERVICE, "\"name\": \"Other\"");
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> approve = () -> given().auth().oauth2(owner).header("If-Match", "\"0\"")
                    .post("/v1/directory/changes/" + id + "/approve").statusCode();
            List<Integer> answers = both.invokeAll(List.of(approve, approve)).stream().map(answer -> {
                try {
                    return answer.get();
                } catch (Exception failure) {
                    throw new IllegalStateException(failure);
                }
            }).sorted().toList();
            assertEquals(List.of(200, 412), answers);
        } finally {
            both.shutdownNow();
        }
        assertEquals(List.of("1"),
                database.strings("select count(*) from metadata where resource_id = ?", SERVICE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"name\": null | required", "\"status\": \"open\" | wrong-type",
            "\"minimum_age\": \"young\" | wrong-type", "\"organization_id\": \"x\" | not-changeable",
            "\"x_response_hours\": \"0\" | wrong-type", "\"nonsense\": \"x\" | not-changeable",
            "\"name\": \"\" | wrong-type", "\"url\": \"not a url\" | wrong-type",
            "\"last_modified\": \"+12345-01-01T00:00:00Z\" | wrong-type"})
    void whatAnImportWouldLeaveOutIsRefused(String values, String code) {
        propose(worker, HsdsEntity.SERVICE, SERVICE, values).then().statusCode(400).body("violations.code",
                hasItem(code));
    }

    @Test
    void everyEntityFindsItsOwner() {
        String phone = database.strings("select id from phone where organization_id = (select organization_id from"
                + " service where id = ?) order by id", SERVICE).get(0);
        propose(worker, HsdsEntity.PHONE, phone, "\"number\": \"no digits\"").then().statusCode(400);
        propose(worker, HsdsEntity.PHONE, phone, "\"description\": \"Mornings\"").then().statusCode(201)
                .body("owner", equalTo(Tokens.LEGAL_AID.toString()));
        String area = database.strings("select id from service_area where service_id = ? order by id", SERVICE).get(0);
        propose(worker, HsdsEntity.SERVICE_AREA, area, "\"name\": \"North\"").then().statusCode(201).body("owner",
                equalTo(Tokens.LEGAL_AID.toString()));
        String said = database.strings("select id from attribute where link_id = ? order by id", SERVICE).get(0);
        propose(worker, HsdsEntity.ATTRIBUTE, said, "\"label\": \"Help\"").then().statusCode(201).body("owner",
                equalTo(Tokens.LEGAL_AID.toString()));
        propose(worker, HsdsEntity.METADATA, said, "\"field_name\": \"x\"").then().statusCode(400).body("type",
                endsWith("unknown-code"));
        propose(worker, HsdsEntity.SERVICE, UUID.randomUUID(), "\"name\": \"x\"").then().statusCode(404);
    }

    @Test
    void aConfidentialPlaceIsChangedByItsOwnerAlone() {
        propose(worker, HsdsEntity.ADDRESS, SHELTER_ADDRESS, "\"address_1\": \"1 Other Road\"").then().statusCode(404);
        propose(worker, HsdsEntity.LOCATION, SHELTER, "\"latitude\": \"1.5\"").then().statusCode(403);
        propose(worker, HsdsEntity.LOCATION, SHELTER, "\"x_confidential\": \"false\"").then().statusCode(403);
        propose(owner, HsdsEntity.ADDRESS, SHELTER_ADDRESS, "\"attention\": \"Desk\"").then().statusCode(404);
        propose(stranger, HsdsEntity.ADDRESS, SHELTER_ADDRESS, "\"attention\": \"Desk\"").then().statusCode(201)
                .body("status", equalTo("approved"));
        given().get("/hsds/locations/{id}", SHELTER).then().body("$", not(hasKey("addresses")))
                .body("$", not(hasKey("metadata")));
        assertEquals(List.of("Desk"), database.strings("select attention from address where id = ?", SHELTER_ADDRESS));
    }

    @Test
    void aPlaceThatBecomesConfidentialHidesWhatWasProposed() throws SQLException {
        database.run("update location set x_confidential = false where id = ?", SHELTER);
        String id = proposed(worker, HsdsEntity.ADDRESS, SHELTER_ADDRESS, "\"attention\": \"Desk\"");
        read(worker, id).body("fields.after", hasItem("Desk"));
        database.run("update location set x_confidential = true where id = ?", SHELTER);
        read(worker, id).body("fields", equalTo(List.of()));
        read(stranger, id).body("fields.after", hasItem("Desk"));
        String listed = given().auth().oauth2(worker).get("/v1/directory/changes?own=true").asString();
        assertFalse(listed.contains("Desk"));
    }

    @Test
    void aPlaceThatBecomesConfidentialHidesWhatWasWrittenAboutIt() throws SQLException {
        database.run("update location set x_confidential = false where id = ?", SHELTER);
        String id = given().auth().oauth2(worker).contentType("application/json")
                .body("{\"entity\": \"address\", \"entryId\": \"%s\", \"values\": {\"attention\": \"Desk\"},"
                        .formatted(SHELTER_ADDRESS) + " \"comment\": \"It is by the mill\"}")
                .post(DirectoryChanges.PATH).then().statusCode(201).extract().path("id");
        command(stranger, id, "decline").statusCode(200);
        read(worker, id).body("comment", equalTo("It is by the mill")).body("reason", notNullValue());
        database.run("update location set x_confidential = true where id = ?", SHELTER);
        read(worker, id).body("comment", nullValue()).body("reason", nullValue()).body("status", equalTo("declined"));
        read(stranger, id).body("comment", equalTo("It is by the mill")).body("reason", notNullValue());
    }

    @Test
    void unknownCodesOfListsAreRefused() {
        given().auth().oauth2(owner).get("/v1/directory/changes?status=weather").then().statusCode(400).body("allowed",
                hasItems("proposed", "declined"));
    }
}

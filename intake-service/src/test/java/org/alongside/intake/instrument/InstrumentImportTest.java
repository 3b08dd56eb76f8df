package org.alongside.intake.instrument;

import static org.alongside.intake.client.Clients.INTAKE_WORKER;
import static org.alongside.intake.client.Clients.as;
import static org.alongside.intake.client.Clients.newMark;
import static org.alongside.intake.client.Clients.registered;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.digest.Sha256;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** An instrument comes in whole and explained, or not at all. */
@QuarkusTest
class InstrumentImportTest {

    private static final String SYSTEM_ADMIN = Tokens.token(Tokens.OVERSIGHT, Role.SYSTEM_ADMIN);

    private final Database database = new Database("intake");
    private final String mark = newMark();
    private final String name = "Form-" + mark;

    @Test
    void anImportedInstrumentIsListedReadToTheLetterAndUsed() {
        String file = file("First");
        take(file).statusCode(201).header("Location", endsWith("/v1/instruments/" + name + "/1"))
                .body("result", equalTo("stored")).body("dryRun", equalTo(false)).body("name", equalTo(name))
                .body("sha256", equalTo(Sha256.hex(file.getBytes(StandardCharsets.UTF_8)))).body("findings", hasSize(1))
                .body("findings[0].severity", equalTo("note")).body("findings[0].code", equalTo("member-ignored"))
                .body("findings[0].place", equalTo("/status"));
        assertEquals(file, as(INTAKE_WORKER).get("/v1/instruments/{name}/1", name).asString());
        assessed().statusCode(201);
        assertEquals(1,
                database.strings("select imported_by from instrument where name = ? and imported_by is not null",
                        name).size());
    }

    @Test
    void theSameFileAgainChangesNothing() {
        take(file("First")).statusCode(201);
        take(file("First")).statusCode(200).body("result", equalTo("unchanged"));
    }

    @Test
    void aVersionIsReplacedUntilItsFirstUseAndNeverAfterwards() {
        take(file("First")).statusCode(201);
        take(file("Second")).statusCode(201).body("result", equalTo("replaced"));
        assessed().statusCode(201);
        attempt(file("Third")).statusCode(200).body("result", equalTo("refused"))
                .body("findings.code", hasItem("version-in-use"));
        take(file("Third")).statusCode(400).body("type", equalTo("urn:alongside:problem:invalid-input"))
                .body("violations.field", equalTo(List.of("/version")))
                .body("violations.code", equalTo(List.of("version-in-use"))).body("findings", hasSize(2));
        assertEquals(List.of("Second"), titles());
        take(file("Third").replace("\"version\": \"1\"", "\"version\": \"2\"")).statusCode(201);
        assertEquals(List.of("Second", "Third"), titles());
    }

    @Test
    void aDryRunSaysWhatWouldBeAndChangesNothing() {
        attempt(file("First")).statusCode(200).body("result", equalTo("stored")).body("dryRun", equalTo(true));
        assertEquals(List.of(), titles());
        take(file("First")).statusCode(201);
        attempt(file("Second")).statusCode(200).body("result", equalTo("replaced"));
        attempt(file("First")).statusCode(200).body("result", equalTo("unchanged"));
        assertEquals(List.of("First"), titles());
    }

    @Test
    void everyFindingIsReportedAndNothingIsTakenIn() {
        String bad = file("First").replace("\"type\": \"text\"", "\"type\": \"slider\", \"initial\": []")
                .replace("\"linkId\": \"yes\"", "\"linkId\": \"words\"");
        List<String> errors = List.of("/item/0/initial", "/item/0/type", "/item/1/linkId");
        take(bad).statusCode(400).body("violations.field", equalTo(errors)).body("findings.place",
                equalTo(List.of("/status", "/item/0/initial", "/item/0/type", "/item/1/linkId")));
        attempt(bad).statusCode(200).body("result", equalTo("refused"))
                .body("findings.findAll { it.severity == 'error' }.place", equalTo(errors))
                .body("findings[1].code", equalTo("not-understood"));
        assertEquals(List.of(), titles());
    }

    @Test
    void whatCannotBeReadAtAllIsRefusedToo() {
        take("{\"id\": ").statusCode(400).body("violations.code", equalTo(List.of("malformed")));
        take("[".repeat(40) + "]".repeat(40)).statusCode(400).body("violations.code", equalTo(List.of("too-large")));
        take(" ".repeat(600_000)).statusCode(400).body("violations.code", equalTo(List.of("too-large")));
        take(" ".repeat(1_100_000)).statusCode(413);
        take("").statusCode(400);
    }

    @Test
    void onlyASystemAdminImports() {
        for (Role role : List.of(Role.AGENCY_ADMIN, Role.INTAKE_WORKER, Role.SUPERVISOR)) {
            as(Tokens.token(Tokens.FAMILY_SERVICES, role)).body(file("First")).post("/v1/instruments").then()
                    .statusCode(403);
        }
        assertEquals(List.of(), titles());
    }

    @Test
    void theListComesInPages() {
        take(file("First")).statusCode(201);
        List<String> names = new ArrayList<>();
        String cursor = null;
        do {
            var request = as(INTAKE_WORKER).queryParam("limit", 1);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get("/v1/instruments").then()
                    .statusCode(200).extract();
            names.addAll(page.<List<String>>path("items.name"));
            cursor = page.path("next");
        } while (cursor != null);
        assertEquals(1, names.stream().filter(name::equals).count());
        assertEquals(1, names.stream().filter("core-needs"::equals).count());
    }

    private String file(String title) {
        return """
                {"resourceType": "Questionnaire", "id": "%s", "url": "urn:test:form", "version": "1", "title": "%s",
                 "status": "active", "item": [{"linkId": "words", "type": "text"}, {"linkId": "yes", "type": "boolean"}]}"""
                .formatted(name, title);
    }

    private static ValidatableResponse take(String file) {
        return as(SYSTEM_ADMIN).body(file).post("/v1/instruments").then();
    }

    private static ValidatableResponse attempt(String file) {
        return as(SYSTEM_ADMIN).body(file).post("/v1/instruments?dryRun=true").then();
    }

    private List<String> titles() {
        return database.strings("select title from instrument where name = ? order by version", name);
    }

    private ValidatableResponse assessed() {
        UUID client = registered(mark);
        return as(INTAKE_WORKER).body("""
                {"instrument": "%s", "version": "1", "answeredBy": "client",
                 "answers": [{"linkId": "words", "values": ["Said"]}]}""".formatted(name))
                .post("/v1/clients/{id}/assessments", client).then();
    }
}

package org.alongside.referral.datapackage;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.alongside.kit.testing.Database;
import org.alongside.referral.directorychange.DirectoryChanges;
import org.alongside.referral.hsds.HsdsEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** What imports write into the history, and what becomes of changes made here when the source comes again. */
@QuarkusTest
class ProvenanceTest {

    private static final String SOURCE = "history";
    private static final String SERVICES = "id,organization_id,name,email,minimum_age,last_modified\n"
            + "11,1,Advice,a@example.org,18,2026-01-01T00:00:00Z\n12,1,Debts,,,\n";
    private static final String ORGANIZATIONS = "id,name,description\n1,Harbour Aid,d\n";

    private final Database database = new Database("referral");

    @AfterEach
    void forget() throws SQLException {
        for (String table : List.of("metadata where resource_id", "directory_override where row_id",
                "directory_change where entry_id")) {
            database.run("delete from " + table
                    + " in (select id from service where x_source = ? union select id from organization where x_source = ?)",
                    SOURCE, SOURCE);
        }
        Imports.forget(SOURCE);
    }

    @Test
    void anUpdateIsInTheHistoryFieldByField() {
        load(SERVICES);
        assertEquals(List.of(), history("11"), "what is new has no history");
        load(SERVICES.replace("Advice", "Legal advice").replace(",18,2026-01", ",,2026-02"));
        assertEquals(List.of("update minimum_age: 18 -> ", "update name: Advice -> Legal advice"), history("11"));
        assertEquals(List.of(), history("12"));
        assertEquals(List.of("import:history alongside"), database.strings(
                "select distinct updated_by || ' ' || m.x_source from metadata m join service s on s.id = m.resource_id"
                        + " where s.x_source = ?",
                SOURCE));
        given().get("/hsds/services/" + id("11")).then().body("metadata.field_name", hasItem("minimum_age"));
    }

    @Test
    void theSameAgainAddsNothingToTheHistory() {
        load(SERVICES);
        load(SERVICES.replace("Advice", "Legal advice"));
        String rows = database.strings("select count(*) from metadata").get(0);
        JsonPath again = load(SERVICES.replace("Advice", "Legal advice"));
        assertEquals(List.of(0, 0), List.of(again.getInt("changed"), again.getInt("vanished")));
        assertEquals(rows, database.strings("select count(*) from metadata").get(0));
    }

    @Test
    void whatVanishedAndCameBackIsInTheHistory() {
        load(SERVICES);
        load(SERVICES.replace("12,1,Debts,,,\n", ""));
        assertEquals(1, history("12").size());
        assertEquals("delete-mark", history("12").get(0).split(" ")[0]);
        load(SERVICES);
        assertEquals(2, history("12").size());
        assertEquals("update", history("12").get(1).split(" ")[0]);
    }

    @Test
    void historyOfTheSuiteDoesNotVanishWithThatOfTheSource() {
        load(SERVICES);
        load(SERVICES.replace("Advice", "Legal advice"));
        JsonPath report = Imports.of(SOURCE, "metadata.csv", "id,resource_id,resource_type,last_action_date,"
                + "last_action_type,field_name,previous_value,replacement_value,updated_by\n");
        assertEquals(0, report.getInt("vanished"), report.prettify());
        Imports.send("alongside", "metadata.csv", new byte[0]).then().statusCode(400).body("violations.code",
                hasItem("reserved"));
    }

    @Test
    void aChangeMadeHereStaysUntilTheSourceTellsSomethingNew() {
        load(SERVICES);
        change("11",
                "\"name\": \"Advice for all\", \"minimum_age\": null, \"last_modified\": \"2026-05-05T00:00:00Z\"");
        JsonPath same = load(SERVICES);
        assertEquals(0, same.getInt("changed"), same.prettify());
        assertEquals("Advice for all", name("11"));
        load(SERVICES.replace("a@example.org", "b@example.org"));
        assertEquals("Advice for all", name("11"), "the source tells something else of another field");
        assertEquals(List.of("0"), database.strings("select count(*) from service where x_source = ?"
                + " and minimum_age is not null", SOURCE));
        load(SERVICES.replace("Advice", "Advice centre"));
        assertEquals("Advice centre", name("11"), "the source knows more");
        load(SERVICES);
        assertEquals("Advice", name("11"), "it is the source's again");
    }

    @Test
    void aSecondChangeHereIsAsGoodAsTheFirst() {
        load(SERVICES);
        change("11", "\"name\": \"First\"");
        change("11", "\"name\": \"Second\"");
        load(SERVICES);
        assertEquals("Second", name("11"));
        given().get("/hsds/services/" + id("11")).then().body("metadata.replacement_value",
                equalTo(List.of("First", "Second")));
    }

    private void change(String service, String values) {
        DirectoryChanges.propose(Imports.token(), HsdsEntity.SERVICE, id(service), values).then().statusCode(201).body(
                "status", equalTo("approved"));
    }

    private JsonPath load(String services) {
        JsonPath report = Imports.ofZip(SOURCE,
                Map.of("organizations.csv", ORGANIZATIONS, "services.csv", services));
        assertEquals("done", report.getString("status"), report.prettify());
        return report;
    }

    private String id(String sourceId) {
        return database.strings("select id from service where x_source = ? and x_source_id = ?", SOURCE, sourceId)
                .get(0);
    }

    private String name(String sourceId) {
        return database.strings("select name from service where x_source = ? and x_source_id = ?", SOURCE, sourceId)
                .get(0);
    }

    private List<String> history(String sourceId) {
        return database.strings("select last_action_type || ' ' || field_name || ': ' || previous_value || ' -> '"
                + " || replacement_value from metadata where resource_id = ?::uuid order by id, field_name",
                id(sourceId))
                .stream().map(entry -> entry.startsWith("delete-mark") ? "delete-mark" : entry).sorted().toList();
    }
}

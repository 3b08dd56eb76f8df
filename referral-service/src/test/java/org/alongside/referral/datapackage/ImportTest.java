package org.alongside.referral.datapackage;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.inject.Inject;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.alongside.referral.hsds.HsdsEntity;
import org.alongside.referral.opening.Opening;
import org.alongside.referral.opening.OpeningService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
class ImportTest {

    private static final String SOURCE = "county";
    private static final String ORGANIZATIONS = """
            id,name,description,email,website
            1,Harbour Aid,"Help, for all",help@harbour.example,www.harbour-aid.org
            """;
    private static final String SERVICES = """
            id,organization_id,name,status,description,assured_date,minimum_age
            11,1,Legal advice,active,<p>Advice &amp; <b>help</b></p>,2026-03-01,18
            12,1,Debt advice,active,Plain,2026-02-30,eighteen
            """;

    private final Database database = new Database("referral");

    @Inject
    DirectoryImport imports;

    @Inject
    ImportWork work;

    @Inject
    OpeningService opening;

    @AfterEach
    void forget() throws SQLException {
        Imports.forget(SOURCE);
    }

    @Test
    void aPackageIsTakenAndTheSameAgainChangesNothing() {
        JsonPath first = Imports.ofZip(SOURCE, Map.of("organizations.csv", ORGANIZATIONS, "x/services.csv", SERVICES));
        assertEquals("done", first.getString("status"), first.prettify());
        assertEquals(3, first.getInt("added"));
        assertEquals(List.of(1, 2), first.getList("files.rows"));
        JsonPath again = Imports.ofZip(SOURCE, Map.of("organizations.csv", ORGANIZATIONS, "x/services.csv", SERVICES));
        assertEquals(List.of(0, 0, 3, 0),
                List.of(again.getInt("added"), again.getInt("changed"), again.getInt("unchanged"),
                        again.getInt("vanished")));
        given().get("/hsds/services?search=legal advice").then().body("contents.organization.name",
                hasItem("Harbour Aid"));
    }

    @Test
    void theReportNamesFileLineAndField() {
        JsonPath report = Imports.ofZip(SOURCE, Map.of("organizations.csv", ORGANIZATIONS, "services.csv", SERVICES));
        List<Map<String, Object>> leftOut = Imports.issues(report, "value-left-out");
        assertEquals(List.of("minimum_age", "assured_date"), leftOut.stream().map(each -> each.get("field")).toList());
        assertEquals(List.of(3, 3), leftOut.stream().map(each -> each.get("line")).toList());
        assertEquals(List.of("services.csv", "services.csv"), leftOut.stream().map(each -> each.get("file")).toList());
        assertEquals("description", Imports.issues(report, "html-removed").get(0).get("field"));
        assertEquals(1, Imports.count(report, "value-normalised"), "a web address without its scheme");
        assertEquals(List.of("Advice & help"), database.strings(
                "select description from service where x_source = ? and x_source_id = '11'", SOURCE));
        assertEquals(List.of("http://www.harbour-aid.org"),
                database.strings("select website from organization where x_source = ?", SOURCE));
    }

    @Test
    void aLaterVersionUpdatesAndMarksWhatVanished() {
        Imports.ofZip(SOURCE, Map.of("organizations.csv", ORGANIZATIONS, "services.csv", SERVICES));
        database.strings(
                "update organization set x_agency_id = 'aaaaaaaa-0000-4000-8000-000000000001' where x_source = ?"
                        + " returning id",
                SOURCE);
        String changed = SERVICES.replace("12,1,Debt advice,active,Plain,2026-02-30,eighteen\n", "").replace("Legal",
                "Free legal");
        JsonPath report = Imports.ofZip(SOURCE, Map.of("organizations.csv", ORGANIZATIONS, "services.csv", changed));
        assertEquals(List.of(0, 1, 1, 1), List.of(report.getInt("added"), report.getInt("changed"),
                report.getInt("unchanged"), report.getInt("vanished")));
        given().get("/hsds/services?search=debt").then().body("contents.name", not(hasItem("Debt advice")));
        assertEquals(List.of("aaaaaaaa-0000-4000-8000-000000000001"),
                database.strings("select x_agency_id from organization where x_source = ?", SOURCE),
                "no source tells that");
        JsonPath back = Imports.ofZip(SOURCE, Map.of("organizations.csv", ORGANIZATIONS, "services.csv", SERVICES));
        assertEquals(2, back.getInt("changed"));
        given().get("/hsds/services?search=debt").then().body("contents.name", hasItem("Debt advice"));
    }

    @Test
    void aFileThatIsNotThereSaysNothingOfItsRows() {
        Imports.ofZip(SOURCE, Map.of("organizations.csv", ORGANIZATIONS, "services.csv", SERVICES));
        JsonPath report = Imports.of(SOURCE, "organizations.csv", ORGANIZATIONS);
        assertEquals(List.of(0, 1), List.of(report.getInt("vanished"), report.getInt("unchanged")));
    }

    @Test
    void aRowThatIsLeftOutDoesNotVanish() {
        Imports.ofZip(SOURCE, Map.of("organizations.csv", ORGANIZATIONS, "services.csv", SERVICES));
        JsonPath report = Imports.of(SOURCE, "services.csv", SERVICES.replace("Debt advice", ""));
        assertEquals(1, Imports.count(report, "missing-value"));
        assertEquals(0, report.getInt("vanished"));
        given().get("/hsds/services?search=debt").then().body("contents.name", hasItem("Debt advice"));
    }

    @Test
    void nothingVanishesWhereARowCouldNotBeRead() {
        Imports.ofZip(SOURCE, Map.of("organizations.csv", ORGANIZATIONS, "services.csv", SERVICES));
        String broken = SERVICES.replace("12,1,Debt advice,", "12,1,Debt, advice,");
        JsonPath report = Imports.ofZip(SOURCE,
                Map.of("organizations.csv", "id,name,description\n2,B,d\n", "services.csv",
                        broken));
        assertEquals(List.of(1, 1), List.of(Imports.count(report, "broken-row"), report.getInt("vanished")),
                report.prettify());
        assertEquals(List.of("service"),
                Imports.issues(report, "nothing-vanishes").stream().map(each -> each.get("field")).toList());
        assertEquals(List.of("11", "12"), present("service"));
        assertEquals(List.of("2"), present("organization"), "all of its rows were read");
    }

    @Test
    void aFileWithoutRowsMakesNothingVanish() {
        for (String empty : List.of("", "id,organization_id,name,status\n", "\n\n")) {
            Imports.ofZip(SOURCE, Map.of("organizations.csv", ORGANIZATIONS, "services.csv", SERVICES));
            JsonPath report = Imports.ofZip(SOURCE, Map.of("organizations.csv", ORGANIZATIONS, "services.csv", empty,
                    "eligibility.csv", "id,service_id,eligibility\n1,11,All\n"));
            assertEquals(List.of("done", 0, 1), List.of(report.getString("status"), report.getInt("vanished"),
                    Imports.count(report, "no-rows")), report.prettify());
            assertEquals(List.of("11", "12"), present("service"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"services\": [%s, 7]}", "{\"services\": [%s, {\"id\": \"s2\"}]}",
            "{\"services\": [%s], \"organizations\": [{\"id\": \"o\", \"name\": \"O\", \"description\": \"d\", \"services\": {}}]}",
            "{\"services\": [%s], \"organizations\": [{\"name\": \"O\", \"services\": [{\"id\": \"s2\", \"name\": \"B\"}]}]}",
            "{\"services\": [%s], \"organizations\": [{\"id\": \"o\", \"name\": \"O\", \"description\": \"d\", \"services\": [\"s2\"]}]}"})
    void whatCouldNotBeReadInADocumentDoesNotVanish(String document) {
        String one = "{\"id\": \"s1\", \"organization_id\": \"o\", \"name\": \"A\"}";
        String other = "{\"id\": \"s2\", \"organization_id\": \"o\", \"name\": \"B\"}";
        Imports.of(SOURCE, "all.json", "{\"services\": [" + one + ", " + other + "]}");
        JsonPath report = Imports.of(SOURCE, "all.json", document.formatted(one));
        assertEquals(List.of("s1", "s2"), present("service"), report.prettify());
        assertTrue(Imports.count(report, "nothing-vanishes") > 0, report.prettify());
        Imports.of(SOURCE, "all.json", "{\"services\": [" + one + "]}");
        assertEquals(List.of("s1"), present("service"));
    }

    @Test
    void whatMayBeNestedInWhatCouldNotBeReadDoesNotVanish() {
        String one = "{\"id\": \"s1\", \"organization_id\": \"o\", \"name\": \"A\","
                + " \"phones\": [{\"id\": \"p1\", \"number\": \"555 0100\"}]}";
        Imports.of(SOURCE, "all.json", "{\"services\": [" + one + ", " + one.replace("1\"", "2\"") + "]}");
        assertEquals(List.of("p1", "p2"), present("phone"));
        Imports.of(SOURCE, "all.json", "{\"services\": [" + one + ", {\"id\": \"s2\"}, 7]}");
        assertEquals(List.of("p1", "p2"), present("phone"));
    }

    @Test
    void rowsThatWereLostOnTheWayMakeNothingVanish() throws SQLException {
        Imports.of(SOURCE, "organizations.csv", ORGANIZATIONS);
        UUID id = UUID.randomUUID();
        work.register(id, SOURCE, "test");
        work.stage(id, List.of(new StagedRow(HsdsEntity.UNIT, UUID.randomUUID(), "u", "units.csv", 2,
                new TreeMap<>(Map.of("name", "Bed")), new TreeMap<>(), false)), List.of(), Map.of());
        database.run("truncate directory_import_row");
        Set<HsdsEntity> told = new HashSet<>(Set.of(HsdsEntity.UNIT, HsdsEntity.ORGANIZATION));
        assertThrows(IllegalStateException.class, () -> work.takeOver(id, SOURCE, told, false, 1));
        work.end(id, ImportStatus.FAILED, "test");
        assertEquals(List.of("1"), present("organization"));
    }

    @Test
    void linksMadeOutOfPartOfTheDataMakeNothingVanish() {
        String locations = "id,organization_id,name\n21,1,North\n";
        Imports.ofZip(SOURCE, Map.of("organizations.csv", ORGANIZATIONS, "services.csv", SERVICES, "locations.csv",
                locations));
        assertEquals(2, present("service_at_location").size());
        JsonPath report = Imports.ofZip(SOURCE, Map.of("organizations.csv", ORGANIZATIONS, "services.csv",
                SERVICES.replace("12,1,Debt advice,", "12,1,Debt, advice,"), "locations.csv", locations));
        assertEquals(0, report.getInt("vanished"), report.prettify());
        assertEquals(2, present("service_at_location").size());
    }

    @Test
    void theLinksOfAServiceThatCannotBeTakenStay() {
        String locations = "id,organization_id,name\n21,1,North\n";
        Imports.ofZip(SOURCE, Map.of("organizations.csv", ORGANIZATIONS, "services.csv", SERVICES, "locations.csv",
                locations));
        JsonPath report = Imports.ofZip(SOURCE, Map.of("organizations.csv", ORGANIZATIONS, "services.csv",
                SERVICES.replace("Debt advice", ""), "locations.csv", locations));
        assertEquals(List.of(1, 0), List.of(Imports.count(report, "missing-value"), report.getInt("vanished")),
                report.prettify());
        assertEquals(2, present("service_at_location").size());
    }

    @ParameterizedTest
    @CsvSource({"y, Closed, 0", "on, Closed, 0", "perhaps, Closed, 1", "off, , 0", "no, , 0"})
    void whetherADayIsClosedIsReadAsEveryOtherTruth(String told, String notes, int leftOut) {
        JsonPath report = Imports.ofZip(SOURCE, Map.of("organizations.csv", ORGANIZATIONS, "services.csv", SERVICES,
                "holiday_schedules.csv", "id,service_id,closed,start_date,end_date\n2,11," + told
                        + ",2026-11-26,2026-11-26\n"));
        assertEquals(notes, database.strings("select notes from schedule where x_source = ?", SOURCE).get(0));
        assertEquals(leftOut, Imports.issues(report, "value-left-out").stream()
                .filter(issue -> "closed".equals(issue.get("field"))).count());
    }

    @Test
    void daysThatTheOlderLayoutTellsAsClosedAreClosed() {
        Imports.ofZip(SOURCE, Map.of("organizations.csv", ORGANIZATIONS, "services.csv", SERVICES,
                "regular_schedules.csv",
                "id,service_id,weekday,opens_at,closes_at\n1,11,Thursday,09:00-0500,17:00-0500\n",
                "holiday_schedules.csv",
                "id,service_id,closed,start_date,end_date,notes\n2,11,true,2026-11-26,2026-11-26,Thanksgiving\n"));
        UUID service = UUID.fromString(database
                .strings("select id from service where x_source = ? and x_source_id = '11'", SOURCE).get(0));
        assertEquals(List.of(Opening.OPEN, Opening.CLOSED, Opening.CLOSED),
                List.of(opening(service, "2026-11-19T12:00:00-05:00"), opening(service, "2026-11-26T12:00:00-05:00"),
                        opening(service, "2026-11-27T12:00:00-05:00")));
        assertEquals(List.of("Closed: Thanksgiving"),
                database.strings("select notes from schedule where x_source = ? and notes is not null", SOURCE));
    }

    private Opening opening(UUID service, String moment) {
        return opening.at(List.of(service), OffsetDateTime.parse(moment).toInstant()).get(service);
    }

    private List<String> present(String entity) {
        return database.strings("select coalesce(x_source_id, id::text) from " + entity
                + " where x_source = ? and x_vanished_at is null order by 1", SOURCE);
    }

    @Test
    void jsonIsReadInEveryShape() {
        String service = """
                {"id": "s1", "name": "Night shelter", "status": "active", "organization": {"id": "o1", "name": "Roof", "description": "x"},
                 "phones": [{"number": "555 0100 ext 7", "languages": [{"id": "l1", "code": "fr"}]}, {"id": "p2", "number": "555 0101",
                 "languages": [{"id": "l1", "code": "fr"}]}],
                 "attributes": [{"id": "a1", "value": "v", "taxonomy_term": {"id": "t1", "name": "Term", "description": "d",
                     "taxonomy_detail": {"id": "x1", "name": "Taxonomy", "description": "d"}}}],
                 "capacities": [{"id": "c1", "available": 4, "updated": "2026-01-01T00:00:00Z", "unit": {"id": "u1", "name": "Bed"}}],
                 "colour": "blue"}""";
        assertEquals("done", Imports.of(SOURCE, "service.json", service).getString("status"));
        Map<HsdsEntity, List<String>> rows = Imports.rows(SOURCE);
        assertEquals(List.of(1, 1, 2, 1, 1, 1, 1, 1),
                List.of(HsdsEntity.SERVICE, HsdsEntity.ORGANIZATION, HsdsEntity.PHONE,
                        HsdsEntity.LANGUAGE, HsdsEntity.ATTRIBUTE, HsdsEntity.TAXONOMY_TERM,
                        HsdsEntity.SERVICE_CAPACITY,
                        HsdsEntity.UNIT).stream().map(entity -> rows.get(entity).size()).toList(),
                rows.toString());
        for (String shape : List.of("[%s]", "{\"contents\": [%s], \"total_pages\": 1}", "{\"services\": [%s]}")) {
            JsonPath report = Imports.of(SOURCE, "service_list.json", shape.formatted(service));
            assertEquals(List.of("done", 0, 0, 0), List.of(report.getString("status"), report.getInt("added"),
                    report.getInt("changed"), report.getInt("vanished")), shape + report.prettify());
            assertEquals(1, Imports.count(report, "unknown-column"));
        }
        String id = database.strings("select id from service where x_source = ?", SOURCE).get(0);
        given().get("/hsds/services/" + id).then().body("phones.extension", hasItem(7))
                .body("phones.languages.flatten().code", hasItem("fr")).body("capacities[0].unit.name", equalTo("Bed"))
                .body("attributes[0].taxonomy_term.taxonomy_detail.name", equalTo("Taxonomy"));
    }

    @Test
    void oneDocumentSaysNothingOfOthers() {
        Imports.ofZip(SOURCE, Map.of("organizations.csv", ORGANIZATIONS, "services.csv", SERVICES));
        JsonPath report = Imports.of(SOURCE, "organization.json",
                "{\"id\": \"2\", \"name\": \"Another\", \"description\": \"d\"}");
        assertEquals(List.of(1, 0), List.of(report.getInt("added"), report.getInt("vanished")));
    }

    @Test
    void encodingsAreFoundOut() {
        String name = "id,name,description\n1,Café Été,d\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"),
                StandardCharsets.UTF_16)) {
            JsonPath report = Imports.of(SOURCE, "organizations.csv", name.getBytes(charset));
            assertEquals(charset.name().equals("windows-1252") ? 1 : 0, Imports.count(report, "encoding-assumed"));
            assertEquals(List.of("Café Été"),
                    database.strings("select name from organization where x_source = ?", SOURCE));
        }
        Imports.of(SOURCE, "organizations.csv", "\uFEFF" + name);
        assertEquals(List.of("Café Été"), database.strings("select name from organization where x_source = ?", SOURCE));
    }

    @Test
    void referencesThatLeadNowhereAreSettled() {
        JsonPath report = Imports.ofZip(SOURCE, Map.of("services.csv", SERVICES, "phones.csv", """
                id,service_id,location_id,number
                p,11,nowhere,555 0100
                """, "cost_options.csv", "id,service_id,amount\nc,99,5\n"));
        assertEquals(List.of("done", 1, 1, 1),
                List.of(report.getString("status"), Imports.count(report, "placeholder-made"),
                        Imports.count(report, "reference-left-out"), Imports.count(report, "missing-reference")),
                report.prettify());
        assertEquals(List.of("Organization 1 (not described by its source)"),
                database.strings("select name from organization where x_source = ? and x_placeholder", SOURCE));
        Imports.ofZip(SOURCE, Map.of("organizations.csv", ORGANIZATIONS, "services.csv", SERVICES));
        assertEquals(List.of("Harbour Aid"),
                database.strings("select name from organization where x_source = ? and not x_placeholder", SOURCE));
    }

    @Test
    void whatAnotherSourceToldStaysAsThatToldIt() throws SQLException {
        String row = "id,name,description\nbbbbbbbb-0000-4000-8000-000000000001,%s,d\n";
        Imports.of(SOURCE, "organizations.csv", row.formatted("First"));
        JsonPath report = Imports.of("elsewhere", "organizations.csv", row.formatted("Second"));
        assertEquals(List.of(0, 0, 1), List.of(report.getInt("added"), report.getInt("changed"),
                Imports.count(report, "of-another-source")));
        assertEquals(List.of("First"), database.strings("select name from organization where x_source = ?", SOURCE));
        assertEquals(0, Imports.of("elsewhere", "organizations.csv", "id,name,description\n").getInt("vanished"));
    }

    /** Its place is told by another source, which says later on that nobody may know where it is. */
    @Test
    void aServiceIsFoundAnewWhenAnotherSourceChangesWhatItIsMadeOf() throws SQLException {
        String place = "cccccccc-0000-4000-8000-000000000001";
        String locations = "id,name,location_type,latitude,longitude,x_confidential\n" + place
                + ",House,physical,1,2,%s\n";
        try {
            Imports.of("elsewhere", "locations.csv", locations.formatted("false"));
            Imports.ofZip(SOURCE, Map.of("organizations.csv", ORGANIZATIONS, "services.csv", SERVICES,
                    "service_at_location.csv", "id,service_id,location_id\n1,11," + place + "\n"));
            assertEquals(List.of("Legal advice"), located());
            assertEquals("done",
                    Imports.of("elsewhere", "locations.csv", locations.formatted("true")).getString("status"));
            assertEquals(List.of(), located(), "by no distance");
            Imports.of("elsewhere", "locations.csv", locations.formatted("false"));
            assertEquals(List.of("Legal advice"), located());
        } finally {
            database.run("delete from service_at_location where location_id = ?::uuid", place);
            Imports.forget("elsewhere");
        }
    }

    private List<String> located() {
        return database.strings("select service_name from service_finder f join service s on s.id = f.service_id"
                + " where s.x_source = ? and cardinality(f.latitudes) > 0 order by 1", SOURCE);
    }

    @Test
    void aPlaceIsConfidentialUnlessItIsBeyondDoubtThatItIsNot() {
        JsonPath report = Imports.of(SOURCE, "locations.csv", "id,name,location_type,x_confidential\n"
                + "1,A,physical,Y\n2,B,physical,on\n3,C,physical,x\n4,D,physical,TRUE.\n5,E,physical,perhaps\n"
                + "6,F,physical,no\n7,G,physical,\n8,H,physical," + "y".repeat(200_000) + "\n");
        assertEquals(List.of("A", "B", "C", "D", "E", "H"), confidential());
        assertEquals(List.of(5, 6, 9), Imports.issues(report, "taken-for-confidential").stream()
                .map(each -> (Integer) each.get("line")).sorted().toList());
        Imports.of(SOURCE, "locations.json",
                "[{\"id\": \"6\", \"name\": \"F\", \"location_type\": \"physical\", \"x_confidential\": [true]}]");
        assertTrue(confidential().contains("F"));
    }

    @Test
    void aPlaceToldTwiceIsConfidentialWhenItIsOnce() {
        Imports.of(SOURCE, "locations.csv",
                "id,name,location_type,x_confidential\n1,A,physical,true\n1,B,physical,false\n"
                        + "2,C,physical,false\n2,D,physical,true\n3,E,physical,false\n3,F,physical,false\n");
        assertEquals(List.of("B", "D"), confidential(), "of all else the last counts");
    }

    private List<String> confidential() {
        return database.strings("select name from location where x_source = ? and x_confidential order by name",
                SOURCE);
    }

    @Test
    void theOlderLayoutBecomesTheNewOne() {
        JsonPath report = Imports.ofZip(SOURCE, Map.of("organizations.csv",
                "id,name,description,url\n1,A,d,http://a.example\n2,B,d,\n",
                "services.csv",
                "id,organization_id,name,status,fees\n11,1,One,,Free\n12,1,Two,active,\n13,2,Three,active,\n",
                "locations.csv", "id,organization_id,name\n21,1,North\n22,1,South\n23,2,Only\n",
                "phones.csv",
                "id,location_id,service_id,organization_id,number\n,21,,,(312) 555-0100\n,,11,,312-555-0100\n,22,,,no phone\n",
                "regular_schedules.csv",
                "id,service_id,location_id,weekday,opens_at,closes_at\n,,21,Monday,9:00,17:00\n,,21,Sunday,,\n,,21,Tuesday,25:00,26:00\n",
                "postal_addresses.csv",
                "id,location_id,organization_id,address_1,city,state_province,postal_code,country\n,,1,PO Box 1,,IL,60601,\n",
                "service_taxonomy.csv", "id,service_id,taxonomy_id,taxonomy_detail\n,11,t1,\n", "taxonomy.csv",
                "id,name,parent_id,vocabulary\nt1,Law,,own\n"));
        assertEquals("done", report.getString("status"), report.prettify());
        assertEquals(List.of("North>One", "Only>Three"),
                database.strings("select l.name || '>' || s.name from service_at_location x"
                        + " join service s on s.id = x.service_id join location l on l.id = x.location_id where x.x_source = ? order by 1",
                        SOURCE));
        assertEquals(1, Imports.count(report, "not-linked"), "Two has no number, and its organization two locations");
        assertEquals(List.of("WEEKLY MO 09:00 17:00"), database.strings(
                "select concat_ws(' ', freq, byday, opens_at, closes_at) from schedule where x_source = ? and opens_at is not null",
                SOURCE));
        assertEquals(1, Imports.count(report, "day-closed"));
        assertEquals(List.of("Free"), database.strings(
                "select fees_description from service where x_source = ? and fees_description is not null", SOURCE));
        assertEquals(List.of("http://a.example"), database
                .strings("select website from organization where x_source = ? and website is not null", SOURCE));
        assertEquals(List.of("postal US "),
                database.strings("select l.location_type || ' ' || a.country || ' ' || a.city from address a"
                        + " join location l on l.id = a.location_id where a.x_source = ?", SOURCE));
        assertEquals(List.of("Law"),
                database.strings("select t.name from attribute a join taxonomy_term t on t.id = a.taxonomy_term_id"
                        + " join service s on s.id = a.link_id where a.x_source = ?", SOURCE));
    }

    @Test
    void whatAnAttributeIsSaidOfHasToBeThere() {
        JsonPath report = Imports.ofZip(SOURCE, Map.of("organizations.csv", ORGANIZATIONS, "services.csv", SERVICES,
                "taxonomy_terms.csv", "id,name,description\nt,T,d\n", "attributes.csv",
                "id,link_id,link_entity,taxonomy_term_id\na,11,service,t\nb,99,service,t\nc,11,organization,t\n"));
        assertEquals("done", report.getString("status"), report.prettify());
        assertEquals(List.of(3, 4), Imports.issues(report, "missing-reference").stream()
                .map(each -> (Integer) each.get("line")).sorted().toList());
        assertEquals(List.of("a"),
                database.strings("select x_source_id from attribute where x_source = ?", SOURCE));
        JsonPath later = Imports.of(SOURCE, "attributes.csv",
                "id,link_id,link_entity,taxonomy_term_id\na,11,service,t\n");
        assertEquals(List.of(0, 1), List.of(Imports.count(later, "missing-reference"), later.getInt("unchanged")),
                "the service is in the directory");
    }

    @Test
    void itemsWithoutAnIdAndOtherShapesAreReported() {
        JsonPath report = Imports.of(SOURCE, "service.json", """
                [{"id": "s", "name": "N", "organization": {"name": "no id"}, "phones": {"number": "555 0100"},
                  "contacts": [{"name": "C", "phones": [{"id": "p", "number": "555 0101"}]}, "text"]}, 7]""");
        assertEquals(List.of("/0/contacts/0/phones"),
                Imports.issues(report, "item-without-id").stream().map(each -> each.get("field")).toList());
        assertEquals(List.of("/0/contacts/1", "/0/organization", "/0/phones", "/1"), Imports
                .issues(report, "other-shape").stream().map(each -> each.get("field").toString()).sorted().toList());
        JsonPath nameless = Imports.of(SOURCE, "service.json", "{\"name\": \"N\", \"status\": \"active\"}");
        assertEquals(1, Imports.count(nameless, "item-without-id"), nameless.prettify());
        JsonPath page = Imports.of(SOURCE, "services.json",
                "{\"total_items\": 1, \"contents\": [{\"id\": \"s\", \"organization_id\": \"o\", \"name\": \"N\"}]}");
        assertEquals(0, Imports.count(page, "item-without-id"), page.prettify());
    }

    @Test
    void languagesOfATelephoneInTheOlderLayoutBecomeItsLanguages() {
        String phones = "id,organization_id,number,language\n5,1,555 0100,\"es, Haitian Creole\"\n,1,555 0101,fr\n";
        JsonPath report = Imports.ofZip(SOURCE, Map.of("organizations.csv", ORGANIZATIONS, "phones.csv", phones));
        assertEquals("done", report.getString("status"), report.prettify());
        assertEquals(0, Imports.count(report, "unknown-column"));
        assertEquals(List.of("555 0100 Haitian Creole", "555 0100 es", "555 0101 fr"), database.strings(
                "select p.number || ' ' || coalesce(l.code, l.name) collate \"C\" from language l join phone p on p.id = l.phone_id"
                        + " where l.x_source = ? order by 1",
                SOURCE));
        assertEquals(List.of(0, 0), List.of(
                Imports.ofZip(SOURCE, Map.of("organizations.csv", ORGANIZATIONS, "phones.csv", phones)).getInt("added"),
                Imports.ofZip(SOURCE, Map.of("organizations.csv", ORGANIZATIONS, "phones.csv", phones))
                        .getInt("changed")));
    }

    @Test
    void whatOnlyOneCanHaveIsLeftOutOfTheOthersAndReported() {
        String agency = "cccccccc-0000-4000-8000-000000000001";
        JsonPath report = Imports.ofZip(SOURCE, Map.of("organizations.csv",
                "id,name,description,x_agency_id\n1,A,d," + agency + "\n2,B,d," + agency + "\n", "services.csv",
                "id,organization_id,name\n1,1,S\n", "units.csv", "id,name\nu,Bed\n", "service_capacity.csv",
                "id,service_id,unit_id,available,updated,x_places\n1,1,u,1,2026-01-01,true\n2,1,u,1,2026-01-01,true\n"));
        assertEquals("done", report.getString("status"), report.prettify());
        assertEquals(2, Imports.count(report, "value-taken"), report.prettify());
        assertEquals(List.of("A"),
                database.strings("select name from organization where x_agency_id = ?::uuid", agency));
        assertEquals(List.of("1"), database.strings(
                "select x_source_id from service_capacity where x_source = ? and x_places", SOURCE));
        JsonPath other = Imports.of(SOURCE, "organizations.csv",
                "id,name,description,x_agency_id\n1,A,d,\n2,B,d,\n3,C,d," + agency + "\n");
        assertEquals(List.of("done", 1),
                List.of(other.getString("status"), Imports.count(other, "value-taken")), other.prettify());
    }

    @Test
    void anImportThatNobodyWorksAtAnyMoreEndsByItself() throws SQLException {
        database.run("insert into directory_import (id, source, status, step, started_by, created_at, beat_at)"
                + " values ('0a000000-0000-4000-8000-0000000000aa', 'test', 'running', '', '', now(), now() - interval '2 minutes')");
        database.run("insert into directory_import_row (import_id, entity, file, line, row)"
                + " values ('0a000000-0000-4000-8000-0000000000aa', 'service', 'f', 1, '{}')");
        imports.beat();
        given().auth().oauth2(Imports.token()).get("/v1/directory/imports/0a000000-0000-4000-8000-0000000000aa").then()
                .body("status", equalTo("failed")).body("refusal", notNullValue()).body("endedAt", notNullValue());
        assertEquals(List.of("0"), database.strings("select count(*) from directory_import_row"));
        database.run("delete from directory_import where source = 'test'");
    }

    @Test
    void anImportThatWasGivenUpTakesNothingOver() throws SQLException {
        UUID id = UUID.randomUUID();
        work.register(id, SOURCE, "test");
        work.stage(id, List.of(new StagedRow(HsdsEntity.UNIT, UUID.randomUUID(), "u", "units.csv", 2,
                new TreeMap<>(Map.of("name", "Bed")), new TreeMap<>(), false)), List.of(), Map.of());
        database.run("update directory_import set status = 'failed' where id = ?", id);
        assertThrows(IllegalStateException.class, () -> work.takeOver(id, SOURCE, new HashSet<>(), false, 1));
        assertEquals(List.of("0"), database.strings("select count(*) from unit where x_source = ?", SOURCE));
        database.run("delete from directory_import_row where import_id = ?", id);
    }

    @Test
    void onlyASystemAdministratorImportsAndOneAtATime() throws SQLException {
        given().contentType("text/csv").body("x").post("/v1/directory/imports?source=x").then().statusCode(401);
        given().auth().oauth2(Tokens.token(Tokens.LEGAL_AID, Role.AGENCY_ADMIN)).contentType("text/csv").body("x")
                .post("/v1/directory/imports?source=x").then().statusCode(403);
        given().auth().oauth2(Imports.token()).get("/v1/directory/imports/0a000000-0000-4000-8000-000000000001").then()
                .statusCode(404);
        Imports.send("", "x.csv", new byte[0]).then().statusCode(400).body("violations.field", hasItem("query:source"));
        Imports.send("x", "../x.csv", new byte[0]).then().statusCode(400).body("violations.field",
                hasItem("query:file"));
        database.run("insert into directory_import (id, source, status, step, started_by, created_at, beat_at)"
                + " values (gen_random_uuid(), 'test', 'running', '', '', now(), now())");
        Imports.send(SOURCE, "organizations.csv", ORGANIZATIONS.getBytes(StandardCharsets.UTF_8)).then().statusCode(409)
                .body("type", endsWith("conflicting-state"));
        database.run("update directory_import set beat_at = now() - interval '2 minutes' where source = 'test'");
        assertEquals("done", Imports.of(SOURCE, "organizations.csv", ORGANIZATIONS).getString("status"),
                "the other one is dead");
        assertEquals(List.of("failed"), database.strings("select status from directory_import where source = 'test'"));
    }

    @Test
    void aReportIsReadPageByPage() {
        StringBuilder rows = new StringBuilder("id,name,description,email\n");
        for (int i = 0; i < 25; i++) {
            rows.append(i).append(",Name ").append(i).append(",d,no address\n");
        }
        JsonPath report = Imports.of(SOURCE, "organizations.csv", rows.toString());
        String path = "/v1/directory/imports/" + report.getString("id") + "/issues?limit=20";
        String next = given().auth().oauth2(Imports.token()).get(path).then().statusCode(200)
                .body("items.size()", equalTo(20)).body("items[0].remedy", notNullValue()).extract().path("next");
        given().auth().oauth2(Imports.token()).queryParam("cursor", next).get(path).then().body("items.size()",
                equalTo(5));
        given().auth().oauth2(Imports.token()).get(path + "&code=html-removed").then().body("items.size()", equalTo(0));
        given().auth().oauth2(Imports.token()).get(path + "&code=value-left-out").then().body("items.size()",
                equalTo(20));
        given().auth().oauth2(Imports.token()).get(path + "&code=weather").then().statusCode(400).body("type",
                endsWith("unknown-code"));
        assertTrue(report.getString("endedAt") != null);
    }
}

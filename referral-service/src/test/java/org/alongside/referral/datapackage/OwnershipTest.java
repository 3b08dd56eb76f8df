package org.alongside.referral.datapackage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.alongside.kit.testing.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** A source tells of its own entries only, and the ids that it is given tell nothing. */
@QuarkusTest
class OwnershipTest {

    private static final String SOURCE = "owner";
    private static final String OTHER = "other";
    private static final String ORGANIZATION = "dddddddd-0000-4000-8000-000000000001";
    private static final String SERVICE = "dddddddd-0000-4000-8000-000000000002";
    private static final String LOCATION = "dddddddd-0000-4000-8000-000000000003";
    private static final String AGENCY = "dddddddd-0000-4000-8000-00000000000a";

    private final Database database = new Database("referral");

    @BeforeEach
    void entriesOfAnAgency() {
        Imports.ofZip(SOURCE, Map.of("organizations.csv", "id,name,description,x_agency_id\n" + ORGANIZATION + ",A,d,"
                + AGENCY + "\n", "services.csv", "id,organization_id,name\n" + SERVICE + "," + ORGANIZATION + ",S\n",
                "locations.csv", "id,organization_id,name\n" + LOCATION + "," + ORGANIZATION + ",L\n",
                "taxonomy_terms.csv", "id,name,description\n" + ORGANIZATION + ",T,d\n", "units.csv",
                "id,name\nu,Bed\n"));
    }

    @AfterEach
    void forget() throws SQLException {
        Imports.forget(OTHER);
        Imports.forget(SOURCE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "phones.csv; phone; id,service_id,number; p,%2$s,555 0100",
            "phones.csv; phone; id,organization_id,number; p,%1$s,555 0100",
            "phones.csv; phone; id,location_id,number; p,%3$s,555 0100",
            "phones.csv; phone; organization_id,number,language; %1$s,555 0100,es",
            "services.csv; service; id,organization_id,name; s,%1$s,Ours",
            "locations.csv; location; id,organization_id,name; l,%1$s,Ours",
            "addresses.csv; address; id,location_id,address_1,country; a,%3$s,1 Road,US",
            "schedules.csv; schedule; id,service_id,freq,byday; c,%2$s,WEEKLY,MO",
            "contacts.csv; contact; id,service_id,name; k,%2$s,K",
            "attributes.csv; attribute; id,link_id,link_entity,taxonomy_term_id; a,%2$s,service,%1$s",
            "metadata.csv; metadata; id,resource_id,resource_type,last_action_date,previous_value; m,%2$s,service,2026-01-01,x"})
    void nothingIsHungOnAnEntryOfAnotherSource(String file, String table, String header, String row) {
        JsonPath report = Imports.of(OTHER, file, header + "\n" + row.formatted(ORGANIZATION, SERVICE, LOCATION)
                + "\n");
        assertEquals(List.of("done", 1, 0), List.of(report.getString("status"), Imports.count(report, "foreign-entry"),
                report.getInt("added")), report.prettify());
        assertEquals(List.of("0"),
                database.strings("select count(*) from " + table + " where x_source = ?", OTHER));
    }

    @Test
    void placesOfAServiceAreToldByItsSource() {
        JsonPath report = Imports.ofZip(OTHER, Map.of("units.csv", "id,name\nu,Bed\n", "service_capacity.csv",
                "id,service_id,unit_id,available,updated\nz," + SERVICE + ",u,1,2026-01-01\n", "locations.csv",
                "id,name\nl,Ours\n", "service_at_location.csv", "id,service_id,location_id\nx," + SERVICE + ",l\n"));
        assertEquals(2, Imports.count(report, "foreign-entry"), report.prettify());
        assertEquals(List.of("0"), database.strings("select count(*) from service_capacity where x_source = ?", OTHER));
    }

    @Test
    void wordsPlacesAndParentsAreShared() {
        JsonPath report = Imports.ofZip(OTHER, Map.of("organizations.csv",
                "id,name,description,parent_organization_id\no,Ours,d," + ORGANIZATION + "\n", "services.csv",
                "id,organization_id,name\ns,o,Ours\n", "service_at_location.csv",
                "id,service_id,location_id\nx,s," + LOCATION + "\n", "attributes.csv",
                "id,link_id,link_entity,taxonomy_term_id\na,s,service," + ORGANIZATION + "\n"));
        assertEquals(List.of(0, 4), List.of(Imports.count(report, "foreign-entry"), report.getInt("added")),
                report.prettify());
    }

    @Test
    void whatHangsOnAPlaceThatIsLeftOutIsLeftOutAsWell() {
        JsonPath report = Imports.ofZip(OTHER, Map.of("organizations.csv", "id,name,description\no,Ours,d\n",
                "services.csv", "id,organization_id,name\ns,o,Ours\n", "locations.csv",
                "id,organization_id,name,x_confidential\nl," + ORGANIZATION + ",Ours,true\n", "phones.csv",
                "id,service_id,location_id,number\np,s,l,555 0100\n"));
        assertEquals(List.of(1, 2, 2), List.of(Imports.count(report, "foreign-entry"),
                Imports.count(report, "missing-reference"), report.getInt("added")), report.prettify());
    }

    @ParameterizedTest
    @CsvSource({"agency:dddddddd-0000-4000-8000-00000000000a, import:other", "alongside, import:other",
            "Agency:x, import:other", "import:owner, import:other", "someone, someone", "import:other, import:other"})
    void historyIsOfItsSource(String claimed, String kept) {
        String metadata = "id,resource_id,resource_type,last_action_date,updated_by\nm,o,organization,2026-01-01,"
                + claimed
                + "\n";
        for (int time = 0; time < 2; time++) {
            JsonPath report = Imports.ofZip(OTHER, Map.of("organizations.csv", "id,name,description\no,Ours,d\n",
                    "metadata.csv", metadata));
            assertEquals(claimed.equals(kept) ? 0 : 1, Imports.count(report, "author-replaced"), report.prettify());
            assertEquals(List.of(kept),
                    database.strings("select updated_by from metadata where x_source = ?", OTHER));
            assertEquals(0, report.getInt("changed"));
        }
    }

    /** Whoever guesses where a place is can make every id that needs no key. */
    @Test
    void anIdTellsNothingOfTheContent() throws Exception {
        String place = "name,location_type,latitude,longitude\nHouse,physical,12.5,7.25\n";
        Imports.of(OTHER, "locations.csv", place);
        UUID id = UUID
                .fromString(database.strings("select id from location where x_source = ?", OTHER).get(0));
        assertEquals(8, id.version());
        assertNotEquals(
                unkeyed("location\u0000\u0000{latitude=12.5, location_type=physical, longitude=7.25, name=House}"), id);
        assertEquals(1, Imports.of(OTHER, "locations.csv", place).getInt("unchanged"));
        Imports.of(OTHER, "phones.csv", "number,language\n555 0100,es\n");
        assertEquals(List.of("8"), database
                .strings("select distinct uuid_extract_version(id) from phone where x_source = ?", OTHER));
    }

    private static UUID unkeyed(String content) throws Exception {
        UUID namespace = UUID.fromString("5c3a0c1e-7f0d-4b8e-9d43-0b6f6f1d2a11");
        MessageDigest digest = MessageDigest.getInstance("SHA-1");
        digest.update(ByteBuffer.allocate(16).putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits()).flip());
        byte[] hash = digest.digest((OTHER + "\u0000" + content).getBytes(StandardCharsets.UTF_8));
        hash[6] = (byte) (hash[6] & 0x0F | 0x50);
        hash[8] = (byte) (hash[8] & 0x3F | 0x80);
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}

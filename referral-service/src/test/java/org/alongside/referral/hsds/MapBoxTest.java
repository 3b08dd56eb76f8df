package org.alongside.referral.hsds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.alongside.kit.testing.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;

/** Looking at a part of the map first finds what measuring every distance finds, at the edges of the map as well. */
@QuarkusTest
class MapBoxTest {

    private static final String NEAR = """
            select t.id from service_at_location t join location l on l.id = t.location_id
             where t.x_source = 'map' and acos(least(1, greatest(-1, sin(radians(l.latitude)) * sin(radians(?))
                   + cos(radians(l.latitude)) * cos(radians(?)) * cos(radians(l.longitude - ?))))) * 6371008.8 <= ?
             order by t.id""";

    private final Database database = new Database("referral");

    /** All round the map, thickly at 180° and at the poles, and on these themselves. */
    @BeforeEach
    void places() throws SQLException {
        database.run("""
                insert into location (id, location_type, latitude, longitude, x_source)
                select md5('map' || y || ' ' || x)::uuid, 'physical', y, x, 'map'
                  from unnest(array[-90, -89.99, -89.5, -60.25, -0.01, 0.02, 30.5, 59.9, 60, 89.2, 89.97, 90]) y,
                       unnest(array[-180, -179.99, -179.3, -90.1, -0.03, 0, 0.04, 12.5, 90, 178.8, 179.98, 180]) x""");
        database.run("""
                insert into service_at_location (id, service_id, location_id, x_source)
                select l.id, (select id from service where x_vanished_at is null order by id limit 1), l.id, 'map'
                  from location l where l.x_source = 'map'""");
    }

    @AfterEach
    void forget() throws SQLException {
        database.run("delete from service_at_location where x_source = 'map'");
        database.run("delete from location where x_source = 'map'");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 20000", "0, 179.99, 10000", "0.01, -180, 5000", "0, 180, 120000", "60, 179.5, 60000",
            "-60, -179.9, 90000", "90, 0, 90000", "-90, 77, 60000", "89.6, 120, 100000", "-89.95, -45, 30000",
            "30, 12, 100000", "0, 0, 9000000", "45, 170, 12000000", "10, -170, 19999999", "0, 0, 99999999"})
    void nothingIsLost(BigDecimal latitude, BigDecimal longitude, BigDecimal metres) {
        List<String> near = database.strings(NEAR, latitude, latitude, longitude, metres);
        assertTrue(!near.isEmpty(), "something is near");
        HsdsQuery query = HsdsQuery.of(HsdsEntity.SERVICE_AT_LOCATION).within(new Centre(latitude, longitude), metres);
        List<Object> parameters = new ArrayList<>(query.parameters());
        parameters.addAll(List.of(1000, 0));
        List<String> found = database.strings("select id from (" + query.page() + ") found where id in"
                + " (select id from service_at_location where x_source = 'map') order by id", parameters.toArray());
        assertEquals(near, found);
    }

    @Test
    void theIndexIsOfTheViewThatIsRead() throws SQLException {
        List<String> plan = new ArrayList<>();
        try (var connection = database.superuser(); var statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            try (var rows = statement
                    .executeQuery("explain select id from location_shown where latitude between 1 and 2")) {
                while (rows.next()) {
                    plan.add(rows.getString(1));
                }
            }
        }
        assertTrue(plan.toString().contains("location_shown_place"), plan.toString());
    }
}

package org.alongside.referral.datapackage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.alongside.kit.testing.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/**
 * What PostgreSQL believes of the rows on their way in is of the import before, whenever it looked last: then it takes the rows of
 * this one for none, and loops within loops over all of them. An import that hits upon it does not end within
 * {@link Imports#of}.
 */
@QuarkusTest
class ImportPlanTest {

    private static final String SOURCE = "plans";
    private static final int ORGANIZATIONS = 60;
    private static final int SERVICES = 2500;
    private static final int LOCATIONS = 3500;

    private final Database database = new Database("referral");

    @BeforeEach
    void believeWhatIsOver() throws SQLException {
        database.run("""
                insert into directory_import_row (import_id, entity, row_id, file, line, row)
                select '00000000-0000-4000-8000-000000000000', 'phone', gen_random_uuid(), 'before.csv', n, '{}'
                  from generate_series(1, 5000) n""");
        database.run("analyze directory_import_row");
        database.run("delete from directory_import_row where file = 'before.csv'");
    }

    @AfterEach
    void forget() throws SQLException {
        Imports.forget(SOURCE);
    }

    @Test
    void theOlderLayoutIsLinkedWithWhateverStatistics() {
        JsonPath report = Imports.ofZip(SOURCE, olderLayout());
        assertEquals("done", report.getString("status"), report.prettify());
        assertEquals(List.of(Integer.toString(SERVICES)), database.strings(
                "select count(distinct service_id) from service_at_location where x_source = ?", SOURCE));
        JsonPath again = Imports.ofZip(SOURCE, olderLayout());
        assertEquals(List.of(0, 0, 0),
                List.of(again.getInt("added"), again.getInt("changed"), again.getInt("vanished")), again.prettify());
    }

    /** Every service has the telephone number of some locations of its organization. */
    private static Map<String, String> olderLayout() {
        return Map.of(
                "organizations.csv", rows("id,name,description", ORGANIZATIONS, n -> n + ",Office " + n + ",Advice"),
                "services.csv",
                rows("id,organization_id,name,status", SERVICES,
                        n -> n + "," + office(n) + ",Service " + n + ",active"),
                "locations.csv", rows("id,organization_id,name", LOCATIONS, n -> n + "," + office(n) + ",Place " + n),
                "phones.csv",
                rows("id,service_id,location_id,number", SERVICES + LOCATIONS,
                        n -> n <= SERVICES
                                ? n + "," + n + ",," + number(n)
                                : n + ",," + (n - SERVICES) + "," + number(n - SERVICES)));
    }

    private static int office(int n) {
        return n % ORGANIZATIONS + 1;
    }

    private static String number(int n) {
        return "312555%04d".formatted(office(n) * 100 + n / ORGANIZATIONS % 20);
    }

    private static String rows(String header, int count, IntFunction<String> row) {
        return IntStream.rangeClosed(1, count).mapToObj(row).collect(Collectors.joining("\n", header + "\n", "\n"));
    }
}

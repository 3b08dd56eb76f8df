package org.alongside.kit.testing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.alongside.kit.caller.Role;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * Tries every operation of the running service whose path names one of some records, by its OpenAPI document: each has to answer 404, in the
 * very words in which it answers for records that there are not.
 */
public final class HiddenRecords {

    private static final String METHODS = "get post put patch delete";

    private final Map<String, String> bodies;

    /** @param bodies by operation; one that needs a body and is not here fails with 400, so that none is left out */
    public HiddenRecords(Map<String, String> bodies) {
        this.bodies = bodies;
    }

    /**
     * Somebody from whom the records are hidden.
     *
     * @param roles     what the token holds: operations that ask for others are left out
     * @param operation which operations are to be tried
     */
    public record Colleague(String token, Set<Role> roles, Predicate<String> operation) {

        private boolean mayTry(Map<String, Object> tried) {
            Map<?, ?> access = (Map<?, ?>) tried.get("x-alongside-access");
            return operation.test((String) tried.get("operationId"))
                    && roles.stream().anyMatch(role -> ((List<?>) access.get("roles")).contains(role.code()));
        }
    }

    /**
     * The tables with a client's rows, each of which has to hide those of restricted clients.
     *
     * @param open tables that need not, each for a reason
     */
    public static List<String> tables(Database database, Set<String> open) {
        List<String> tables = database
                .strings(
                        """
                select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                 where c.table_schema = 'public' and c.column_name = 'client_id' and t.table_type = 'BASE TABLE' order by 1""")
                .stream().filter(table -> !open.contains(table)).toList();
        List<String> hiding = database.strings("select tablename from pg_policies where policyname = 'restricted'"
                + " and permissive = 'RESTRICTIVE' and cmd = 'ALL'");
        tables.forEach(table -> assertTrue(hiding.contains(table), table
                + " shows restricted clients: call hide_restricted('" + table + "') in the migration that makes it"));
        return tables;
    }

    /**
     * @param ids of hidden records, by the parameter that names them in paths
     * @return how many operations were tried
     */
    public int check(List<Colleague> colleagues, Map<String, String> ids) {
        Map<String, Map<String, Map<String, Object>>> paths = given().get("/q/openapi?format=json").then()
                .statusCode(200).extract().jsonPath().getMap("paths");
        int tried = 0;
        for (String path : paths.keySet()) {
            if (ids.keySet().stream().anyMatch(id -> path.contains("{" + id + "}"))) {
                for (Entry<String, Map<String, Object>> method : paths.get(path).entrySet()) {
                    tried += METHODS.contains(method.getKey()) ? check(colleagues, path, method, ids) : 0;
                }
            }
        }
        return tried;
    }

    private int check(List<Colleague> colleagues, String path, Entry<String, Map<String, Object>> method,
            Map<String, String> ids) {
        String operation = (String) method.getValue().get("operationId");
        List<Colleague> trying = colleagues.stream().filter(each -> each.mayTry(method.getValue())).toList();
        for (Colleague colleague : trying) {
            Response hidden = call(colleague, method.getKey(), operation, path, ids);
            Response absent = call(colleague, method.getKey(), operation, path, Map.of());
            assertEquals(404, hidden.statusCode(), operation + ": " + hidden.asString());
            assertEquals(absent.asString(), hidden.asString(), operation);
        }
        return trying.size();
    }

    private Response call(Colleague colleague, String method, String operation, String path, Map<String, String> ids) {
        String address = path;
        for (Entry<String, String> id : ids.entrySet()) {
            address = address.replace("{" + id.getKey() + "}", id.getValue());
        }
        address = address.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        boolean patch = method.equals("patch");
        RequestSpecification request = given().auth().oauth2(colleague.token()).header("If-Match", "*")
                .contentType(patch ? "application/merge-patch+json" : "application/json");
        if (!method.equals("get") && !method.equals("delete")) {
            request.body(bodies.getOrDefault(operation, "{}"));
        }
        return request.request(method.toUpperCase(Locale.ROOT), address);
    }
}

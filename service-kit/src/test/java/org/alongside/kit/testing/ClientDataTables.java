package org.alongside.kit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.restassured.path.json.JsonPath;

/** Whether a client's data holds every row of the client: a table that somebody adds has to be told, or left out for a reason. */
public final class ClientDataTables {

    private final Database database;
    private final Set<String> byId;
    private final Map<String, String> byCount;
    private final Set<String> leftOut;

    /**
     * @param byId    tables of which the data shows the id of each row
     * @param byCount other tables, with the path in the data to a list of as many as there are rows
     * @param leftOut tables that say nothing about the client that is not in the others
     */
    public ClientDataTables(Database database, Set<String> byId, Map<String, String> byCount, Set<String> leftOut) {
        this.database = database;
        this.byId = byId;
        this.byCount = byCount;
        this.leftOut = leftOut;
    }

    /** Fails for each table that names clients and is in none of the lists, and for each row that is not in the data. */
    public void check(UUID client, JsonPath data) {
        Set<String> known = new HashSet<>(byId);
        known.addAll(byCount.keySet());
        known.addAll(leftOut);
        assertEquals(known, Set.copyOf(database.strings("""
                select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                 where c.table_schema = 'public' and c.column_name = 'client_id' and t.table_type = 'BASE TABLE'""")),
                "tables that name clients");
        String text = data.prettify();
        byId.forEach(table -> {
            List<String> ids = database.strings("select id::text from " + table + " where client_id = ?", client);
            assertFalse(ids.isEmpty(), "the client of this test has nothing in " + table);
            ids.forEach(id -> assertTrue(text.contains(id), table + " " + id));
        });
        byCount.forEach((table, path) -> assertEquals(
                database.strings("select count(*)::text from " + table + " where client_id = ?", client).get(0),
                Integer.toString(data.getList(path).size()), table));
    }
}

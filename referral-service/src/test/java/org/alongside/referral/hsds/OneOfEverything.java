package org.alongside.referral.hsds;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import org.alongside.kit.testing.Database;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A row of each entity with every column filled, all belonging together, for tests. */
final class OneOfEverything {

    private final Database database = new Database("referral");

    static UUID id(HsdsEntity entity) {
        return UUID.nameUUIDFromBytes(("one " + entity).getBytes(StandardCharsets.UTF_8));
    }

    void insert() throws SQLException {
        for (HsdsEntity entity : HsdsEntity.values()) {
            ObjectNode row = row(entity, id(entity));
            insert(entity, row);
            if (entity.members().stream().anyMatch(member -> member.name().equals("attributes"))) {
                insert(HsdsEntity.ATTRIBUTE, linked(HsdsEntity.ATTRIBUTE, entity, "link_id"));
            }
            if (entity != HsdsEntity.METADATA) {
                insert(HsdsEntity.METADATA, linked(HsdsEntity.METADATA, entity, "resource_id"));
            }
        }
    }

    void delete() throws SQLException {
        List<HsdsEntity> childrenFirst = new ArrayList<>(List.of(HsdsEntity.values()));
        Collections.reverse(childrenFirst);
        for (HsdsEntity entity : childrenFirst) {
            database.run("delete from " + entity.table() + " where x_source = 'one'");
        }
    }

    private ObjectNode linked(HsdsEntity entity, HsdsEntity to, String column) {
        UUID id = UUID.nameUUIDFromBytes((entity + " of " + to).getBytes(StandardCharsets.UTF_8));
        return row(entity, id).put(column, id(to).toString());
    }

    private ObjectNode row(HsdsEntity entity, UUID id) {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("id", id.toString());
        entity.columns().forEach(column -> row.put(column.name(), value(entity, column)));
        row.put("x_agency_id", (String) null);
        return row.put("x_source", "one").put("x_modified_at", "2026-01-01T00:00:00Z");
    }

    private static String value(HsdsEntity entity, HsdsColumn column) {
        return switch (column.type()) {
            case UUID ->
                column.reference().map(reference -> id(reference).toString()).orElse(id(HsdsEntity.SERVICE).toString());
            case URI -> "https://example.org/" + column.name();
            case EMAIL -> "someone@example.org";
            case DATE -> "2026-02-03";
            case DATETIME -> "2026-02-03T04:05:06Z";
            case TIME -> "09:30";
            case NUMBER -> "2.5";
            case WHOLE, POSITIVE -> "3";
            case LATITUDE, LONGITUDE -> "12.5";
            case BOOLEAN -> "false";
            case PLACE, STATUS, FREQUENCY, WEEKDAY -> column.type().codes().get(0);
            case TEXT -> entity.table() + " " + column.name();
        };
    }

    private void insert(HsdsEntity entity, ObjectNode row) throws SQLException {
        String columns = "id, x_source, x_modified_at, "
                + String.join(", ", entity.columns().stream().map(HsdsColumn::name).toList());
        // link_id has no foreign key, so the terms of attributes may come later
        database.run(
                "set session_replication_role = replica; insert into %1$s (%2$s) select %2$s from jsonb_populate_record(null::%1$s, '%3$s'::jsonb)"
                        .formatted(entity.table(), columns, row.toString()));
    }
}

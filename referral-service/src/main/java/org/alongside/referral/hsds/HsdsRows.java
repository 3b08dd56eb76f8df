package org.alongside.referral.hsds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Rows of one entity as objects, found by their id and by what they belong to. */
final class HsdsRows {

    private final Map<UUID, ObjectNode> byId = new LinkedHashMap<>();
    private final Map<String, Map<UUID, Set<UUID>>> byKey = new HashMap<>();

    /** Reads what {@link #columns} selects. */
    void add(HsdsEntity entity, ResultSet row) throws SQLException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        UUID id = row.getObject("id", UUID.class);
        object.put("id", id.toString());
        for (HsdsColumn column : entity.columns()) {
            put(object, column, row);
        }
        OffsetDateTime vanished = row.getObject("x_vanished_at", OffsetDateTime.class);
        if (vanished != null) {
            object.put("x_vanished_at", text(vanished));
        }
        byId.put(id, object);
    }

    static String columns(HsdsEntity entity) {
        return "t.id, t.x_vanished_at, " + entity.columns().stream().map(column -> "t." + column.name())
                .collect(Collectors.joining(", "));
    }

    Set<UUID> ids() {
        return byId.keySet();
    }

    ObjectNode get(UUID id) {
        return byId.get(id);
    }

    /** Ids that the rows hold in a column. */
    Set<UUID> references(String column) {
        return byId.values().stream().filter(row -> row.has(column))
                .map(row -> UUID.fromString(row.get(column).asText()))
                .collect(Collectors.toSet());
    }

    /** Ids of the rows that hold an id in a column, in the order in which they were read. */
    Set<UUID> having(String column, UUID id) {
        return byKey.computeIfAbsent(column, this::index).getOrDefault(id, Set.of());
    }

    private Map<UUID, Set<UUID>> index(String column) {
        Map<UUID, Set<UUID>> index = new HashMap<>();
        byId.forEach((id, row) -> {
            if (row.has(column)) {
                index.computeIfAbsent(UUID.fromString(row.get(column).asText()), each -> new LinkedHashSet<>())
                        .add(id);
            }
        });
        return index;
    }

    private static void put(ObjectNode object, HsdsColumn column, ResultSet row) throws SQLException {
        Object value = row.getObject(column.name());
        if (value == null) {
            return;
        }
        if (column.type() == HsdsType.BOOLEAN) {
            if ((Boolean) value) {
                object.put(column.name(), true);
            }
        } else if (column.type().isNumber()) {
            object.put(column.name(), row.getBigDecimal(column.name()));
        } else if (column.type() == HsdsType.DATETIME) {
            object.put(column.name(), text(row.getObject(column.name(), OffsetDateTime.class)));
        } else {
            object.put(column.name(), value.toString());
        }
    }

    static String text(OffsetDateTime time) {
        return time.withOffsetSameInstant(ZoneOffset.UTC).toInstant().toString();
    }
}

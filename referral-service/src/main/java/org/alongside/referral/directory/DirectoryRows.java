package org.alongside.referral.directory;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The rows of a nested HSDS document, table by table. A nested object gets the key of its parent, which it leaves out. */
final class DirectoryRows {

    private static final Map<String, DirectoryTable> LISTS = lists();

    private final Map<DirectoryTable, Map<String, ObjectNode>> rows = new EnumMap<>(DirectoryTable.class);

    private DirectoryRows() {}

    /** @param document arrays {@code organizations}, {@code locations}, {@code services}, {@code taxonomies}, {@code taxonomy_terms} */
    static DirectoryRows of(JsonNode document) {
        DirectoryRows rows = new DirectoryRows();
        document.properties().forEach(list -> rows.addAll(list.getKey(), list.getValue(), null, null));
        return rows;
    }

    /** JSON arrays of rows, parents before children. */
    Map<DirectoryTable, ArrayNode> byTable() {
        Map<DirectoryTable, ArrayNode> arrays = new EnumMap<>(DirectoryTable.class);
        rows.forEach((table, byId) -> arrays.put(table,
                JsonNodeFactory.instance.arrayNode().addAll(byId.values())));
        return arrays;
    }

    Set<UUID> ids(DirectoryTable table) {
        return rows.getOrDefault(table, Map.of()).keySet().stream().map(UUID::fromString).collect(Collectors.toSet());
    }

    private void addAll(String list, JsonNode objects, DirectoryTable parent, String parentId) {
        DirectoryTable table = LISTS.get(list);
        if (table == null) {
            throw new IllegalArgumentException("The directory has no place for the list \"" + list + "\"");
        }
        objects.forEach(object -> add(table, object, parent, parentId));
    }

    private void add(DirectoryTable table, JsonNode object, DirectoryTable parent, String parentId) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        if (parent != null) {
            row.put(table == DirectoryTable.ATTRIBUTE ? "link_id" : key(parent), parentId);
        }
        String id = object.path("id").asText();
        object.properties().forEach(member -> {
            if (member.getValue().isArray()) {
                addAll(member.getKey(), member.getValue(), table, id);
            } else if (member.getValue().isObject()) {
                row.set(member.getKey() + "_id", member.getValue().get("id"));
                add(DirectoryTable.valueOf(member.getKey().toUpperCase(Locale.ROOT)), member.getValue(), null, null);
            } else {
                row.set(member.getKey(), member.getValue());
            }
        });
        rows.computeIfAbsent(table, each -> new LinkedHashMap<>()).put(id, row);
    }

    private static String key(DirectoryTable parent) {
        return parent.name().toLowerCase(Locale.ROOT) + "_id";
    }

    private static Map<String, DirectoryTable> lists() {
        return Map.ofEntries(Map.entry("organizations", DirectoryTable.ORGANIZATION),
                Map.entry("locations", DirectoryTable.LOCATION), Map.entry("services", DirectoryTable.SERVICE),
                Map.entry("taxonomies", DirectoryTable.TAXONOMY),
                Map.entry("taxonomy_terms", DirectoryTable.TAXONOMY_TERM),
                Map.entry("service_at_locations", DirectoryTable.SERVICE_AT_LOCATION),
                Map.entry("service_areas", DirectoryTable.SERVICE_AREA),
                Map.entry("schedules", DirectoryTable.SCHEDULE),
                Map.entry("capacities", DirectoryTable.SERVICE_CAPACITY),
                Map.entry("attributes", DirectoryTable.ATTRIBUTE),
                Map.entry("languages", DirectoryTable.LANGUAGE), Map.entry("phones", DirectoryTable.PHONE),
                Map.entry("addresses", DirectoryTable.ADDRESS),
                Map.entry("accessibility", DirectoryTable.ACCESSIBILITY),
                Map.entry("cost_options", DirectoryTable.COST_OPTION),
                Map.entry("required_documents", DirectoryTable.REQUIRED_DOCUMENT));
    }
}

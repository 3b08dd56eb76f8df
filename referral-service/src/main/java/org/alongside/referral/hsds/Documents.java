package org.alongside.referral.hsds;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts rows into one another, as a shape says. */
final class Documents {

    private final DocumentShape shape;
    private final Map<HsdsEntity, HsdsRows> rows;
    /** Single objects are the same wherever they stand, an organization in each of its services for instance. */
    private final Map<HsdsEntity, Map<UUID, ObjectNode>> objects = new EnumMap<>(HsdsEntity.class);

    Documents(DocumentShape shape, Map<HsdsEntity, HsdsRows> rows) {
        this.shape = shape;
        this.rows = rows;
    }

    List<ObjectNode> of(List<UUID> ids) {
        return ids.stream().map(id -> document(shape.root(), id)).filter(Objects::nonNull).toList();
    }

    private ObjectNode document(HsdsEntity entity, UUID id) {
        ObjectNode row = rows.get(entity).get(id);
        if (row == null) {
            return null;
        }
        ObjectNode document = row.objectNode().setAll(row);
        for (HsdsMember member : shape.members(entity)) {
            if (member.list()) {
                nestList(document, member, id);
            } else if (row.has(member.key())) {
                nestObject(document, member, UUID.fromString(row.get(member.key()).asText()));
            }
        }
        return document;
    }

    /** Where a thing stands says what it belongs to, so it does not repeat it. */
    private void nestList(ObjectNode document, HsdsMember member, UUID id) {
        Set<UUID> children = rows.get(member.entity()).having(member.key(), id);
        if (!children.isEmpty()) {
            ArrayNode list = document.putArray(member.name());
            children.forEach(child -> {
                ObjectNode nested = document(member.entity(), child);
                nested.remove(member.key());
                list.add(nested);
            });
        }
    }

    private void nestObject(ObjectNode document, HsdsMember member, UUID id) {
        ObjectNode nested = objects.computeIfAbsent(member.entity(), each -> new HashMap<>()).get(id);
        if (nested == null) {
            nested = document(member.entity(), id);
            objects.get(member.entity()).put(id, nested);
        }
        if (nested != null) {
            document.set(member.name(), nested);
        }
    }
}

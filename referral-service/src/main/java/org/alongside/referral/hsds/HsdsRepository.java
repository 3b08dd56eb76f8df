package org.alongside.referral.hsds;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads documents of the directory: one statement an entity for a whole page, however many rows are nested in it. JDBC and not
 * entities, because all is generated from {@link HsdsEntity}.
 */
@ApplicationScoped
class HsdsRepository {

    private static final String MINIMAL = """
            select t.id, t.name, t.status, t.last_modified, greatest(t.last_modified, t.x_modified_at) as modified_date
              from unnest(?::uuid[]) with ordinality asked (id, place) join service t on t.id = asked.id order by asked.place""";

    /** There is no table of postal codes: where the places of one are is where it is. Confidential ones do not show in it. */
    private static final String CENTRE = """
            select avg(l.latitude), avg(l.longitude) from location_shown l join address_shown a on a.location_id = l.id
             where postal_key(a.postal_code) = postal_key(?) and l.latitude is not null and l.longitude is not null and l.x_vanished_at is null
            having count(*) > 0""";

    private final EntityManager entities;

    HsdsRepository(EntityManager entities) {
        this.entities = entities;
    }

    long count(HsdsQuery query) {
        return run(query.count(), query.parameters(), row -> row.getLong(1)).get(0);
    }

    /** In the order of the list. */
    List<UUID> ids(HsdsQuery query, int limit, long offset) {
        return run(query.page(), with(query.parameters(), limit, offset), row -> row.getObject(1, UUID.class));
    }

    /** Those after an id, in the order of ids. */
    List<UUID> idsAfter(HsdsQuery query, UUID last, int limit) {
        return run(query.after(), with(query.parameters(), last, limit), row -> row.getObject(1, UUID.class));
    }

    /** Those that are there, in the order of the ids. */
    List<ObjectNode> documents(DocumentShape shape, List<UUID> ids) {
        Map<HsdsEntity, HsdsRows> rows = new EnumMap<>(HsdsEntity.class);
        rows.put(shape.root(), rowsOf(shape.root(), ids));
        shape.order().stream().skip(1).forEach(entity -> rows.put(entity, nested(shape, entity, rows)));
        return new Documents(shape, rows).of(ids);
    }

    /** How many services organizations have together. */
    long servicesOf(List<UUID> organizations) {
        return run("select count(*) from service t where t.x_vanished_at is null and t.organization_id = any(?)",
                List.of((Object) organizations.toArray(UUID[]::new)), row -> row.getLong(1)).get(0);
    }

    /** Empty when no place of the directory is known to lie in the postal code. */
    Optional<Centre> centre(String postcode) {
        return run(CENTRE, List.of(postcode), row -> new Centre(row.getBigDecimal(1), row.getBigDecimal(2))).stream()
                .findFirst();
    }

    /** What {@code minimal} asks for, and what {@code service_list.json} requires besides; in the order of the ids. */
    List<ObjectNode> minimal(List<UUID> ids) {
        return run(MINIMAL, List.of((Object) ids.toArray(UUID[]::new)), row -> {
            ObjectNode service = JsonNodeFactory.instance.objectNode();
            for (String column : List.of("id", "name", "status")) {
                service.put(column, row.getString(column));
            }
            for (String column : List.of("last_modified", "modified_date")) {
                OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
                if (time != null) {
                    service.put(column, HsdsRows.text(time));
                }
            }
            return service;
        });
    }

    /** By id, even when the source no longer tells it: whoever knows its address learns that. */
    private HsdsRows rowsOf(HsdsEntity entity, Collection<UUID> ids) {
        return read(entity, "t.id = any(?)", List.of((Object) ids.toArray(UUID[]::new)));
    }

    private HsdsRows nested(DocumentShape shape, HsdsEntity entity, Map<HsdsEntity, HsdsRows> rows) {
        List<String> conditions = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        for (Map.Entry<HsdsEntity, HsdsRows> around : rows.entrySet()) {
            for (HsdsMember member : shape.members(around.getKey())) {
                Set<UUID> ids = member.list() ? around.getValue().ids() : around.getValue().references(member.key());
                if (member.entity() == entity && !ids.isEmpty()) {
                    conditions.add("t." + (member.list() ? member.key() : "id") + " = any(?)");
                    parameters.add(ids.toArray(UUID[]::new));
                }
            }
        }
        return conditions.isEmpty()
                ? new HsdsRows()
                : read(entity, "t.x_vanished_at is null and (" + String.join(" or ", conditions) + ")", parameters);
    }

    private HsdsRows read(HsdsEntity entity, String where, List<Object> parameters) {
        HsdsRows rows = new HsdsRows();
        run("select " + HsdsRows.columns(entity) + " from " + entity.shown() + " t where " + where + " order by t.id",
                parameters, row -> {
                    rows.add(entity, row);
                    return null;
                });
        return rows;
    }

    private <T> List<T> run(String sql, List<Object> parameters, Row<T> read) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, parameters);
                    ResultSet rows = statement.executeQuery()) {
                List<T> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(read.of(rows));
                }
                return values;
            }
        });
    }

    private static PreparedStatement prepare(Connection connection, String sql, List<Object> parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
        return statement;
    }

    private static List<Object> with(List<Object> parameters, Object... more) {
        List<Object> all = new ArrayList<>(parameters);
        all.addAll(List.of(more));
        return all;
    }

    @FunctionalInterface
    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}

package org.alongside.referral.directory;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.alongside.referral.directory.api.ServiceOffer;
import org.hibernate.Session;

/**
 * Offers and places. JDBC and not entities: places are taken by one statement.
 */
@ApplicationScoped
class DirectoryRepository {

    private static final String OFFER = """
            select s.id, s.name, s.status = 'active' and s.x_vanished_at is null as active, o.id as organization_id, o.name as organization_name,
                   o.x_agency_id, s.minimum_age, s.maximum_age, c.available, s.x_response_hours
              from service s
              join organization o on o.id = s.organization_id
              left join service_capacity c on c.service_id = s.id and c.x_places
            """;
    private static final String OFFER_OF_SERVICE = OFFER + " where s.id = ?";
    /** The row lock makes those who come at the same moment wait for one another, and the condition is read again after it. */
    private static final String TAKE = """
            update service_capacity set available = available - 1, updated = ?
             where service_id = ? and x_places and available > 0
            returning id""";
    private static final String LIMITED = "select id from service_capacity where service_id = ? and x_places";
    /** Never above the maximum, which may have been lowered meanwhile. */
    private static final String GIVE_BACK = """
            update service_capacity
               set available = case when available >= maximum then available else available + 1 end, updated = ?
             where id = ?""";

    private final EntityManager entities;

    DirectoryRepository(EntityManager entities) {
        this.entities = entities;
    }

    Optional<ServiceOffer> offer(UUID serviceId) {
        return query(OFFER_OF_SERVICE, DirectoryRepository::offer, serviceId).stream().findFirst();
    }

    /** @return the capacity that the place was taken from; empty when none is left or there is no limit */
    Optional<UUID> takePlace(UUID serviceId, Instant now) {
        return query(TAKE, row -> row.getObject(1, UUID.class), now.atOffset(ZoneOffset.UTC), serviceId).stream()
                .findFirst();
    }

    boolean isLimited(UUID serviceId) {
        return !query(LIMITED, row -> row.getObject(1, UUID.class), serviceId).isEmpty();
    }

    void givePlaceBack(UUID capacityId, Instant now) {
        session().doWork(connection -> {
            try (PreparedStatement update = prepare(connection, GIVE_BACK, now.atOffset(ZoneOffset.UTC), capacityId)) {
                update.executeUpdate();
            }
        });
    }

    private static ServiceOffer offer(ResultSet row) throws SQLException {
        return new ServiceOffer(row.getObject("id", UUID.class), row.getString("name"), row.getBoolean("active"),
                row.getObject("organization_id", UUID.class), row.getString("organization_name"),
                row.getObject("x_agency_id", UUID.class), row.getObject("minimum_age", BigDecimal.class),
                row.getObject("maximum_age", BigDecimal.class), row.getObject("available", Integer.class),
                row.getObject("x_response_hours", Integer.class));
    }

    private <T> List<T> query(String sql, Row<T> read, Object... parameters) {
        return session().doReturningWork(connection -> {
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

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }

    @FunctionalInterface
    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}

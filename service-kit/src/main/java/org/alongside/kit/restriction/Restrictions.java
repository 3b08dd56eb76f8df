package org.alongside.kit.restriction;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.alongside.kit.caller.Caller;
import org.hibernate.Session;

/** Which clients are restricted, and to whom: the master in intake-service, a copy elsewhere. */
@ApplicationScoped
public class Restrictions {

    private static final String FIND = """
            select client_id, home_agency, workers, version from restricted_client
             where client_id = ? and workers is not null""";

    private static final String ALL = "select client_id, home_agency, workers, version from restricted_client";
    private static final String LAST = "select version from restricted_client where client_id = ?";

    /** An older one changes nothing: what tells of it travels by more than one topic. */
    private static final String STORE = """
            insert into restricted_client as r (client_id, home_agency, workers, version) values (?, ?, ?, ?)
            on conflict (client_id) do update set workers = excluded.workers, version = excluded.version
             where r.version < excluded.version""";

    private final EntityManager entities;

    Restrictions(EntityManager entities) {
        this.entities = entities;
    }

    /** The restriction in force. */
    public Optional<Restriction> of(UUID clientId) {
        return entities.unwrap(Session.class).doReturningWork(connection -> find(connection, clientId));
    }

    public Standing standing(UUID clientId, Caller caller) {
        return of(clientId)
                .map(found -> found.names(caller.agency(), caller.subject()) ? Standing.NAMED : Standing.HIDDEN)
                .orElse(Standing.OPEN);
    }

    /** Every one there was, those that ended too: what a copy has to know. */
    public List<Restriction> all() {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement all = connection.prepareStatement(ALL); ResultSet rows = all.executeQuery()) {
                List<Restriction> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(read(rows));
                }
                return found;
            }
        });
    }

    /** The version for the next {@link #store} about a client, for whoever holds what the client's restriction is about. */
    public long nextVersion(UUID clientId) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement last = connection.prepareStatement(LAST)) {
                last.setObject(1, clientId);
                try (ResultSet row = last.executeQuery()) {
                    return row.next() ? row.getLong(1) + 1 : 0;
                }
            }
        });
    }

    /** Keeps what was told, unless something newer is known. */
    public void store(Restriction told) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement store = connection.prepareStatement(STORE)) {
                store.setObject(1, told.clientId());
                store.setObject(2, told.homeAgency());
                store.setArray(3, told.isInForce() ? texts(connection, told.workers()) : null);
                store.setLong(4, told.version());
                store.executeUpdate();
            }
        });
    }

    private static Optional<Restriction> find(Connection connection, UUID clientId) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setObject(1, clientId);
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    private static Restriction read(ResultSet row) throws SQLException {
        Array workers = row.getArray(3);
        return new Restriction(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
                workers == null ? null : List.of((String[]) workers.getArray()), row.getLong(4));
    }

    private static Array texts(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}

package org.alongside.kit.sealing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.alongside.kit.access.ErasedClients;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/**
 * A data key for each client, made on first use, kept wrapped in table {@code client_key}. Everything happens in the current
 * transaction and under its row-level security: without an open access context there are no keys.
 */
@ApplicationScoped
public class ClientKeys implements ErasedClients {

    private static final String SELECT = "select wrapped from client_key where client_id = ?";
    private static final String INSERT = "insert into client_key (client_id, kek_id, wrapped, created_at)"
            + " values (?, ?, ?, ?) on conflict do nothing";
    private static final String OLD = "select client_id, wrapped from client_key where kek_id <> ? and wrapped is not null"
            + " order by client_id limit ? for update skip locked";
    private static final String REWRAP = "update client_key set kek_id = ?, wrapped = ? where client_id = ?";
    private static final String DESTROY = "insert into client_key (client_id, created_at, destroyed_at) values (?, ?, ?)"
            + " on conflict (client_id) do update set wrapped = null, kek_id = null,"
            + " destroyed_at = coalesce(client_key.destroyed_at, excluded.destroyed_at)";

    private final EntityManager entities;
    private final MasterKeys master;
    private final OpenedKeys opened;
    private final Clock clock;
    private final String service;

    ClientKeys(EntityManager entities, MasterKeys master, OpenedKeys opened, Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.entities = entities;
        this.master = master;
        this.opened = opened;
        this.clock = clock;
        this.service = service;
    }

    /**
     * The client's key, made when there is none yet.
     *
     * @throws DestroyedKeyException when the client was erased
     */
    DataKey forSealing(UUID clientId) {
        DataKey key = opened.get(clientId);
        if (key == null) {
            key = session().doReturningWork(connection -> findOrMake(connection, clientId));
            opened.put(clientId, key);
        }
        return key;
    }

    /**
     * @throws DestroyedKeyException when the client was erased
     * @throws IllegalStateException when there is no key, or none that this transaction may see
     */
    DataKey forOpening(UUID clientId) {
        DataKey key = opened.get(clientId);
        if (key == null) {
            key = session().doReturningWork(connection -> find(connection, clientId));
            if (key == null) {
                throw new IllegalStateException("No data key visible for client " + clientId);
            }
            opened.put(clientId, key);
        }
        return key;
    }

    @Override
    public boolean contains(UUID clientId) {
        try {
            if (opened.get(clientId) == null) {
                // Most often something is opened next: the key is kept for it.
                DataKey key = session().doReturningWork(connection -> find(connection, clientId));
                if (key != null) {
                    opened.put(clientId, key);
                }
            }
            return false;
        } catch (DestroyedKeyException gone) {
            return true;
        }
    }

    /**
     * Wraps keys anew that are still wrapped under an older key-encryption key. Called, a batch a transaction, until it
     * returns 0; then the older key can be taken out of the keyset file.
     *
     * @return how many were wrapped anew
     */
    public int rewrap(int batch) {
        return session().doReturningWork(connection -> {
            Map<UUID, byte[]> old = wrappedUnderOlder(connection, batch);
            for (Map.Entry<UUID, byte[]> entry : old.entrySet()) {
                DataKey key = DataKey.unwrap(service, entry.getKey(), entry.getValue(), master);
                replace(connection, entry.getKey(), key.wrap(master));
            }
            return old.size();
        });
    }

    /**
     * Destroys the client's key for ever: what was sealed with it cannot be opened again. That the client was erased stays on
     * record, so that a late event does not start a new key.
     */
    public void destroy(UUID clientId) {
        opened.forget(clientId);
        session().doWork(connection -> {
            try (PreparedStatement destroy = connection.prepareStatement(DESTROY)) {
                destroy.setObject(1, clientId);
                destroy.setTimestamp(2, now());
                destroy.setTimestamp(3, now());
                destroy.executeUpdate();
            }
        });
    }

    private DataKey findOrMake(Connection connection, UUID clientId) throws SQLException {
        DataKey found = find(connection, clientId);
        if (found != null) {
            return found;
        }
        DataKey made = DataKey.generate(service, clientId);
        return insert(connection, clientId, made) ? made : find(connection, clientId);
    }

    private DataKey find(Connection connection, UUID clientId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, clientId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? unwrap(clientId, row.getBytes(1)) : null;
            }
        }
    }

    private DataKey unwrap(UUID clientId, byte[] wrapped) {
        if (wrapped == null) {
            throw new DestroyedKeyException(clientId);
        }
        return DataKey.unwrap(service, clientId, wrapped, master);
    }

    /** False when another transaction was first; it has committed by then. */
    private boolean insert(Connection connection, UUID clientId, DataKey key) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, clientId);
            insert.setLong(2, master.primaryKeyEncryptionId());
            insert.setBytes(3, key.wrap(master));
            insert.setTimestamp(4, now());
            return insert.executeUpdate() == 1;
        }
    }

    private Map<UUID, byte[]> wrappedUnderOlder(Connection connection, int batch) throws SQLException {
        Map<UUID, byte[]> found = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(OLD)) {
            select.setLong(1, master.primaryKeyEncryptionId());
            select.setInt(2, batch);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getObject(1, UUID.class), rows.getBytes(2));
                }
            }
        }
        return found;
    }

    private void replace(Connection connection, UUID clientId, byte[] wrapped) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(REWRAP)) {
            update.setLong(1, master.primaryKeyEncryptionId());
            update.setBytes(2, wrapped);
            update.setObject(3, clientId);
            update.executeUpdate();
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}

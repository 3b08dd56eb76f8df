package org.alongside.kit.merge;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.hibernate.Session;

/**
 * Which records are of one person: the master in intake-service, a copy elsewhere. A record goes on in another one, which itself goes on in
 * none. Row-level security shows a request the merges of the acting agency only.
 */
@ApplicationScoped
public class MergedClients {

    private static final String FIND = """
            select client_id, home_agency, survivor_id, version from merged_client where client_id = ?""";
    private static final String INTO = """
            select client_id from merged_client where survivor_id = ? order by client_id""";
    /** An older one changes nothing. */
    private static final String STORE = """
            insert into merged_client as m (client_id, home_agency, survivor_id, version) values (?, ?, ?, ?)
            on conflict (client_id) do update set survivor_id = excluded.survivor_id, version = excluded.version
             where m.version < excluded.version""";

    private final EntityManager entities;

    MergedClients(EntityManager entities) {
        this.entities = entities;
    }

    /** What was told of a record last, that it stands by itself again included; empty when it was never merged. */
    public Optional<MergedClient> last(UUID clientId) {
        return session().doReturningWork(connection -> {
            try (PreparedStatement find = connection.prepareStatement(FIND)) {
                find.setObject(1, clientId);
                try (ResultSet row = find.executeQuery()) {
                    return row.next() ? Optional.of(read(row)) : Optional.empty();
                }
            }
        });
    }

    /** The record that goes on for this one, where it is merged. */
    public Optional<UUID> survivorOf(UUID clientId) {
        return last(clientId).map(MergedClient::survivorId);
    }

    /** What was merged into a record, in the order of the ids. */
    public List<UUID> mergedInto(UUID clientId) {
        return session().doReturningWork(connection -> {
            try (PreparedStatement into = connection.prepareStatement(INTO)) {
                into.setObject(1, clientId);
                try (ResultSet rows = into.executeQuery()) {
                    List<UUID> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(rows.getObject(1, UUID.class));
                    }
                    return found;
                }
            }
        });
    }

    /** The record itself, then what was merged into it: what a list of everything about the person looks through. */
    public List<UUID> recordsOf(UUID clientId) {
        List<UUID> records = new ArrayList<>(List.of(clientId));
        records.addAll(mergedInto(clientId));
        return records;
    }

    /** All records of the person of whom this is one. */
    public List<UUID> allOf(UUID clientId) {
        return recordsOf(survivorOf(clientId).orElse(clientId));
    }

    /**
     * Keeps anything new from being begun under a record that goes on in another one.
     *
     * @throws Problem {@code client-merged}, which names that one in {@code replacedBy}
     */
    public void requireNotMerged(UUID clientId) {
        survivorOf(clientId).ifPresent(survivor -> {
            throw Problem.of(ProblemType.CLIENT_MERGED).with("replacedBy", survivor);
        });
    }

    /** The version for the next {@link #store} about a record, for whoever holds the client. */
    public long nextVersion(UUID clientId) {
        return last(clientId).map(told -> told.version() + 1).orElse(0L);
    }

    /** Keeps what was told, unless something newer is known. */
    public void store(MergedClient told) {
        session().doWork(connection -> {
            try (PreparedStatement store = connection.prepareStatement(STORE)) {
                store.setObject(1, told.clientId());
                store.setObject(2, told.homeAgency());
                store.setObject(3, told.survivorId());
                store.setLong(4, told.version());
                store.executeUpdate();
            }
        });
    }

    private static MergedClient read(ResultSet row) throws SQLException {
        return new MergedClient(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
                row.getObject(3, UUID.class), row.getLong(4));
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}

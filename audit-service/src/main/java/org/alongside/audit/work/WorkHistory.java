package org.alongside.audit.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who has worked with whom, as the log shows it: a worker has worked with a client whose record the worker changed at the client's home
 * agency, and two workers have as many clients in common as they have both worked with.
 *
 * <p>
 * Holds what concerns some clients and workers, within the transaction that it was read in.
 */
public final class WorkHistory {

    private static final String WORKERS = "select client, worker from worker_client where client = any (?)";
    private static final String COLLEAGUES = "select worker, other, clients from colleague where worker = any (?)";
    private static final String ADD_WORKER = """
            insert into worker_client (client, worker) values (?, ?) on conflict do nothing""";
    private static final String ADD_COLLEAGUE = """
            insert into colleague as c (worker, other, clients) values (?, ?, ?)
            on conflict (worker, other) do update set clients = c.clients + excluded.clients""";

    private final Map<UUID, Set<String>> workers = new HashMap<>();
    private final Map<Pair, Integer> common = new HashMap<>();
    private final Set<Work> newWork = new HashSet<>();
    private final Map<Pair, Integer> newCommon = new HashMap<>();

    private WorkHistory() {}

    private record Pair(String worker, String other) {}

    private record Work(UUID client, String worker) {}

    /** @param actors whose colleagues are asked for */
    public static WorkHistory read(Connection connection, Collection<UUID> clients, Collection<String> actors)
            throws SQLException {
        WorkHistory history = new WorkHistory();
        history.readWorkers(connection, clients);
        history.readColleagues(connection, actors);
        return history;
    }

    /** Takes note of an access, if it is work. */
    public void take(Access access) {
        if (access.opensRecord() && access.atHome() && access.byWorker() && access.isChange()) {
            worked(access.client(), access.actor(), 1);
        }
    }

    /** A person has confirmed that a worker belongs to the workers of a client: each of them is a colleague from now on. */
    public void confirm(UUID client, String worker, int colleagueClients) {
        worked(client, worker, colleagueClients);
    }

    /** Those who have worked with a client. */
    public Set<String> workers(UUID client) {
        return workers.getOrDefault(client, Set.of());
    }

    public boolean worked(String worker, UUID client) {
        return workers(client).contains(worker);
    }

    /** How many who have worked with a client are colleagues of a worker: have at least that many clients in common. */
    public int colleagues(String worker, UUID client, int atLeast) {
        return (int) workers(client).stream()
                .filter(other -> common.getOrDefault(new Pair(worker, other), 0) >= atLeast).count();
    }

    public void write(Connection connection) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(ADD_WORKER)) {
            for (Work work : newWork) {
                add.setObject(1, work.client());
                add.setString(2, work.worker());
                add.addBatch();
            }
            add.executeBatch();
        }
        try (PreparedStatement add = connection.prepareStatement(ADD_COLLEAGUE)) {
            for (Map.Entry<Pair, Integer> each : newCommon.entrySet()) {
                add.setString(1, each.getKey().worker());
                add.setString(2, each.getKey().other());
                add.setInt(3, each.getValue());
                add.addBatch();
            }
            add.executeBatch();
        }
    }

    private void worked(UUID client, String worker, int clientsInCommon) {
        Set<String> others = workers.computeIfAbsent(client, id -> new HashSet<>());
        if (others.contains(worker)) {
            return;
        }
        for (String other : others) {
            share(new Pair(worker, other), clientsInCommon);
            share(new Pair(other, worker), clientsInCommon);
        }
        others.add(worker);
        newWork.add(new Work(client, worker));
    }

    private void share(Pair pair, int clients) {
        common.merge(pair, clients, Integer::sum);
        newCommon.merge(pair, clients, Integer::sum);
    }

    private void readWorkers(Connection connection, Collection<UUID> clients) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(WORKERS)) {
            read.setArray(1, connection.createArrayOf("uuid", clients.toArray()));
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    workers.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashSet<>()).add(row.getString(2));
                }
            }
        }
    }

    private void readColleagues(Connection connection, Collection<String> actors) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(COLLEAGUES)) {
            read.setArray(1, connection.createArrayOf("text", actors.toArray()));
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    common.put(new Pair(row.getString(1), row.getString(2)), row.getInt(3));
                }
            }
        }
    }
}

package org.alongside.kit.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.alongside.kit.event.Event;

/** The versions that a batch of events starts from and the ones it ends with. */
class AggregateVersions {

    private static final String READ = """
            select a.topic, a.key, a.last_version from inbox_aggregate a
              join unnest(?::text[], ?::text[]) as k (topic, key) on k.topic = a.topic and k.key = a.key""";
    /** Never backwards: a consumer that lost its partition in mid-batch may be the later one to write. */
    private static final String WRITE = """
            insert into inbox_aggregate as a (topic, key, last_version) values (?, ?, ?)
            on conflict (topic, key) do update set last_version = greatest(a.last_version, excluded.last_version)""";

    private final Map<AggregateKey, Long> last = new HashMap<>();
    private final Set<AggregateKey> changed = new HashSet<>();

    /** What an event is to the version before it. */
    enum Step {
        NEXT, DOUBLE, GAP
    }

    static AggregateVersions read(Connection connection, Collection<AggregateKey> keys) throws SQLException {
        AggregateVersions versions = new AggregateVersions();
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setArray(1, connection.createArrayOf("text", keys.stream().map(AggregateKey::topic).toArray()));
            read.setArray(2, connection.createArrayOf("text", keys.stream().map(AggregateKey::key).toArray()));
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    versions.last.put(new AggregateKey(row.getString(1), row.getString(2)), row.getLong(3));
                }
            }
        }
        return versions;
    }

    Step step(Event event) {
        long before = last.getOrDefault(AggregateKey.of(event), 0L);
        if (event.aggregateVersion() <= before) {
            return Step.DOUBLE;
        }
        // A snapshot is the whole state: it needs nothing of what may be missing before it.
        return event.aggregateVersion() == before + 1 || event.snapshot() ? Step.NEXT : Step.GAP;
    }

    void applied(Event event) {
        AggregateKey key = AggregateKey.of(event);
        last.put(key, event.aggregateVersion());
        changed.add(key);
    }

    void write(Connection connection) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(WRITE)) {
            // in the same order everywhere, so that two transactions cannot wait for one another
            for (AggregateKey key : changed.stream().sorted().toList()) {
                write.setString(1, key.topic());
                write.setString(2, key.key());
                write.setLong(3, last.get(key));
                write.addBatch();
            }
            write.executeBatch();
        }
    }
}

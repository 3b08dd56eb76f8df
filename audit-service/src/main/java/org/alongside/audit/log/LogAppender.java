package org.alongside.audit.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.alongside.kit.inbox.DeadLetters;
import org.alongside.kit.inbox.Reason;
import org.alongside.kit.inbox.Received;
import org.alongside.kit.system.SystemWork;
import org.hibernate.Session;

/**
 * Appends to the log, a batch a transaction.
 *
 * <p>
 * Guarantees: entry indexes are dense and in the order of commits, also with several instances, since each holds {@code log_head}
 * from its first statement to its commit; an event is an entry once, however often it arrives; entries, positions and gaps are
 * committed together or not at all.
 */
@ApplicationScoped
public class LogAppender {

    /** Name of this consumer in {@code dead_letter}. */
    static final String CONSUMER = "access-log";

    private static final String LOCK_HEAD = "select size from log_head for update";
    private static final String MOVE_HEAD = "update log_head set size = ?";

    private final EntityManager entities;
    private final DeadLetters deadLetters;
    private final Clock clock;

    LogAppender(EntityManager entities, DeadLetters deadLetters, Clock clock) {
        this.entities = entities;
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    /** In the order of the batch; what was refused becomes dead letters in the same transaction. */
    @SystemWork("append")
    public Appended append(Batch batch) {
        batch.refused().forEach(each -> deadLetters.park(CONSUMER, each.received(), each.reason(), each.detail()));
        return entities.unwrap(Session.class).doReturningWork(connection -> append(connection, batch));
    }

    /** Sets aside a record that cannot be stored although it reads well. */
    @SystemWork("append")
    public void park(Received received, String detail) {
        deadLetters.park(CONSUMER, received, Reason.HANDLER, detail);
    }

    private Appended append(Connection connection, Batch batch) throws SQLException {
        long size = lockHead(connection);
        SourcePositions positions = new SourcePositions(connection, clock.instant());
        List<Arrival> stored = new ArrayList<>(batch.arrivals().size());
        for (Arrival arrival : batch.arrivals()) {
            if (positions.take(arrival.entry())) {
                stored.add(arrival);
            }
        }
        insert(connection, size, stored);
        positions.write();
        moveHead(connection, size + stored.size());
        return new Appended(stored, batch.arrivals().size() - stored.size(), positions.filled(), batch.refused().size(),
                positions.gaps());
    }

    private void insert(Connection connection, long size, List<Arrival> stored) throws SQLException {
        Instant now = clock.instant();
        try (PreparedStatement insert = connection.prepareStatement(EntryColumns.INSERT)) {
            long index = size;
            for (Arrival arrival : stored) {
                EntryColumns.bind(insert, index++, now, arrival);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static long lockHead(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK_HEAD); ResultSet row = lock.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void moveHead(Connection connection, long size) throws SQLException {
        try (PreparedStatement move = connection.prepareStatement(MOVE_HEAD)) {
            move.setLong(1, size);
            move.executeUpdate();
        }
    }
}

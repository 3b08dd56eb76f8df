package org.alongside.audit.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.alongside.auditlog.LeafHash;
import org.alongside.kit.inbox.DeadLetters;
import org.alongside.kit.inbox.Reason;
import org.alongside.kit.inbox.Received;
import org.alongside.kit.system.SystemWork;
import org.hibernate.Session;

/**
 * Appends to the log, a batch a transaction.
 *
 * <p>
 * Guarantees: entry indexes are dense and in the order of commits, also with several instances, since each holds {@link LogHead}
 * from its first statement to its commit; an event is an entry once, however often it arrives; entries, tiles, the state of the tree,
 * positions and gaps are committed together or not at all.
 */
@ApplicationScoped
public class LogAppender {

    /** Name of this consumer in {@code dead_letter}. */
    static final String CONSUMER = "access-log";

    private final EntityManager entities;
    private final DeadLetters deadLetters;
    private final SealingClock sealing;
    private final Clock clock;

    LogAppender(EntityManager entities, DeadLetters deadLetters, SealingClock sealing, Clock clock) {
        this.entities = entities;
        this.deadLetters = deadLetters;
        this.sealing = sealing;
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
        LogHead head = LogHead.lock(connection);
        SourcePositions positions = new SourcePositions(connection, clock.instant());
        List<Arrival> stored = new ArrayList<>(batch.arrivals().size());
        for (Arrival arrival : batch.arrivals()) {
            if (positions.take(arrival.entry())) {
                stored.add(arrival);
            }
        }
        if (!stored.isEmpty()) {
            store(connection, head, stored);
        }
        positions.write();
        return new Appended(stored, batch.arrivals().size() - stored.size(), positions.filled(), batch.refused().size(),
                positions.gaps());
    }

    /** Entries behind some that are not sealed yet are sealed with those, by {@link UnsealedEntries}. */
    private void store(Connection connection, LogHead head, List<Arrival> stored) throws SQLException {
        List<byte[]> leafHashes = stored.stream().map(arrival -> LeafHash.of(arrival.entry().bytes())).toList();
        Instant sealedAt = sealing.next(connection, head);
        insert(connection, head.size(), sealedAt, stored, leafHashes);
        LogHead grown = head.stored(stored.size(), sealedAt);
        (head.isSealed() ? grown.sealed(connection, leafHashes) : grown).write(connection);
    }

    private static void insert(Connection connection, long size, Instant sealedAt, List<Arrival> stored,
            List<byte[]> leafHashes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(EntryColumns.INSERT)) {
            for (int i = 0; i < stored.size(); i++) {
                EntryColumns.bind(insert, size + i, sealedAt, stored.get(i), leafHashes.get(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}

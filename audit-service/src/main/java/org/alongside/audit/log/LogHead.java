package org.alongside.audit.log;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.alongside.audit.tile.StoredTiles;
import org.alongside.auditlog.tile.TileWriter;
import org.alongside.auditlog.tile.TileWriter.Growth;
import org.alongside.auditlog.tree.TreeState;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.jboss.logging.Logger;

/**
 * The end of the log.
 *
 * <p>
 * Whoever changes it holds its row from reading to commit: this lock is the fence between instances. An instance that lost its
 * connection has lost the lock and with it whatever it had not committed, so that it cannot come back and fork the log.
 *
 * @param size entries stored
 * @param tree over those of them that are sealed: all, but for entries stored before the log had a tree
 * @param latest time of sealing of the last entry
 */
record LogHead(long size, TreeState tree, Instant latest) {

    private static final Logger LOG = Logger.getLogger(LogHead.class);
    private static final String LOCK = "select size, tree, latest from log_head for update";
    private static final String WRITE = "update log_head set size = ?, tree = ?, latest = ?";

    static LogHead lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK); ResultSet row = lock.executeQuery()) {
            row.next();
            return new LogHead(row.getLong(1), TreeState.parse(row.getBytes(2)),
                    row.getObject(3, OffsetDateTime.class).toInstant());
        }
    }

    /** Whether the next entry stored can be sealed with the same commit. */
    boolean isSealed() {
        return tree.size() == size;
    }

    /** The head with so many more entries stored. */
    LogHead stored(int entries, Instant sealedAt) {
        return new LogHead(size + entries, tree, sealedAt);
    }

    /**
     * The head with the next entries sealed; their tiles are written.
     *
     * @param leafHashes of the entries that follow the sealed ones
     * @throws Problem {@code store-unavailable} when the tiles kept are not those of the tree: nothing is built on what was touched, and
     *                 what is to be sealed waits until they are repaired
     */
    LogHead sealed(Connection connection, List<byte[]> leafHashes) throws SQLException {
        StoredTiles tiles = new StoredTiles(connection);
        try {
            Growth growth = new TileWriter(tiles).append(tree, leafHashes);
            tiles.write(growth.tiles());
            return new LogHead(size, growth.state(), latest);
        } catch (IOException e) {
            LOG.errorf("The access log takes no entry: %s. See \"The log's tree\" in the operator's guide",
                    e.getMessage());
            throw Problem.of(ProblemType.STORE_UNAVAILABLE);
        }
    }

    void write(Connection connection) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(WRITE)) {
            write.setLong(1, size);
            write.setBytes(2, tree.bytes());
            write.setObject(3, latest.atOffset(ZoneOffset.UTC));
            write.executeUpdate();
        }
    }
}

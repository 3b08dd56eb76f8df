package org.alongside.audit.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.alongside.auditlog.LeafHash;
import org.alongside.kit.system.SystemWork;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/** Entries that were stored before the log had a tree. They are sealed from their bytes, in the order of the log. */
@ApplicationScoped
public class UnsealedEntries {

    private static final Logger LOG = Logger.getLogger(UnsealedEntries.class);
    private static final String ENTRIES = """
            select entry_index, entry, leaf_hash from log_entry
             where entry_index >= ? and entry_index < ? order by entry_index""";
    /** Sealed in one transaction, for which appending waits. */
    private static final int BATCH = 10_000;

    private final EntityManager entities;

    UnsealedEntries(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Seals the next of them.
     *
     * @return false when there are none left
     * @throws IllegalStateException when one is not there: nothing is sealed then, because the tree would not be that of the log
     */
    @SystemWork("append")
    public boolean sealNext() {
        return entities.unwrap(Session.class).doReturningWork(UnsealedEntries::sealNext);
    }

    private static boolean sealNext(Connection connection) throws SQLException {
        LogHead head = LogHead.lock(connection);
        if (head.isSealed()) {
            return false;
        }
        long from = head.tree().size();
        long to = Math.min(head.size(), from + BATCH);
        head.sealed(connection, leafHashes(connection, from, to)).write(connection);
        LOG.infof("Sealed the entries %d to %d, which were stored before the log had a tree", from, to - 1);
        return true;
    }

    private static List<byte[]> leafHashes(Connection connection, long from, long to) throws SQLException {
        List<byte[]> hashes = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(ENTRIES)) {
            read.setLong(1, from);
            read.setLong(2, to);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    requireNext(from + hashes.size(), row.getLong(1));
                    hashes.add(leafHash(row));
                }
            }
        }
        requireNext(to, from + hashes.size());
        return hashes;
    }

    private static byte[] leafHash(ResultSet row) throws SQLException {
        byte[] hash = LeafHash.of(row.getBytes(2));
        if (!Arrays.equals(hash, row.getBytes(3))) {
            LOG.errorf("Entry %d was changed before it was sealed: its bytes do not have the hash stored with them",
                    row.getLong(1));
        }
        return hash;
    }

    private static void requireNext(long expected, long index) {
        if (expected != index) {
            throw new IllegalStateException("Entry " + Math.min(expected, index) + " is missing in log_entry: "
                    + "the log cannot be sealed. Restore the entry from a backup.");
        }
    }
}

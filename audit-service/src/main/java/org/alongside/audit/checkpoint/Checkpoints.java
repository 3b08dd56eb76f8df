package org.alongside.audit.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.alongside.auditlog.note.Checkpoint;
import org.alongside.auditlog.note.SignedNote;
import org.alongside.auditlog.tree.TreeState;
import org.alongside.kit.system.SystemWork;
import org.hibernate.Session;

/**
 * Signed checkpoints of the log. They are made from the committed state of the tree, which only grows; so any two of them, by whichever
 * instance, are of one and the same log.
 */
@ApplicationScoped
public class Checkpoints {

    private static final String TREE = """
            select tree, exists (select from log_checkpoint c where c.size = h.size) from log_head h""";
    private static final String STORE = """
            insert into log_checkpoint (size, note, signed_at) values (?, ?, ?) on conflict (size) do nothing""";
    private static final String NEWEST = """
            select size, note, signed_at as signed from log_checkpoint order by size desc limit 1""";

    private static final String NOTE = "select note from log_checkpoint where size = :size";

    private final EntityManager entities;
    private final LogKeys keys;
    private final CheckpointConfig config;
    private final Clock clock;

    Checkpoints(EntityManager entities, LogKeys keys, CheckpointConfig config, Clock clock) {
        this.entities = entities;
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /** The newest one; empty for a moment after the first start. */
    @Transactional
    public Optional<StoredCheckpoint> newest() {
        return entities.unwrap(Session.class).createNativeQuery(NEWEST, Tuple.class).getResultStream().findFirst()
                .map(row -> new StoredCheckpoint(row.get("size", Long.class), row.get("note", String.class),
                        row.get("signed", Instant.class)));
    }

    /**
     * The checkpoint of exactly this text that this log published, if it did. Of those older than {@code checkpoint-window} only some are
     * still known.
     *
     * @throws IllegalArgumentException when the text is no checkpoint
     */
    @Transactional
    public Optional<Checkpoint> published(SignedNote note) {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        return entities.unwrap(Session.class).createNativeQuery(NOTE, String.class)
                .setParameter("size", checkpoint.size()).getResultStream()
                .filter(ours -> SignedNote.parse(ours.getBytes(UTF_8)).text().equals(note.text())).findFirst()
                .map(ours -> checkpoint);
    }

    /** Signs the tree as it stands, unless that was done. */
    @SystemWork("checkpoint")
    public void sign() {
        entities.unwrap(Session.class).doWork(this::sign);
    }

    private void sign(Connection connection) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(TREE); ResultSet row = read.executeQuery()) {
            row.next();
            if (!row.getBoolean(2)) {
                store(connection, TreeState.parse(row.getBytes(1)));
            }
        }
    }

    private void store(Connection connection, TreeState tree) throws SQLException {
        Instant now = clock.instant();
        Checkpoint checkpoint = new Checkpoint(config.origin(), tree.size(), tree.root());
        try (PreparedStatement store = connection.prepareStatement(STORE)) {
            store.setLong(1, tree.size());
            store.setString(2, checkpoint.sign(keys.signing(tree.size()), now).toString());
            store.setObject(3, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            store.executeUpdate();
        }
    }
}

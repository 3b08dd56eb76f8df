package org.alongside.audit.tile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.alongside.auditlog.tile.TileName;
import org.alongside.auditlog.tile.TileReader;
import org.alongside.auditlog.tree.ConsistencyProof;
import org.alongside.auditlog.tree.InclusionProof;
import org.hibernate.Session;

/** Tiles of hashes, and the proofs that are made of them. */
@ApplicationScoped
@Transactional
public class TileService {

    private final EntityManager entities;

    TileService(EntityManager entities) {
        this.entities = entities;
    }

    /** Empty when the log has no such tile, or not as wide a one. */
    public Optional<byte[]> bytes(TileName name) {
        return withConnection(connection -> new StoredTiles(connection).read(name));
    }

    /** @param index of an entry that is sealed */
    public byte[] leafHash(long index) {
        return withConnection(connection -> reader(connection, index + 1).hash(0, index));
    }

    /** @param size of a tree that was sealed, larger than {@code index} */
    public InclusionProof inclusion(long index, long size) {
        return withConnection(connection -> InclusionProof.of(reader(connection, size), index, size));
    }

    /** @param to size of a tree that was sealed, at least {@code from} */
    public ConsistencyProof consistency(long from, long to) {
        return withConnection(connection -> ConsistencyProof.of(reader(connection, to), from, to));
    }

    private static TileReader reader(Connection connection, long size) {
        return new TileReader(new StoredTiles(connection), size);
    }

    private interface Reading<T> {
        T read(Connection connection) throws IOException;
    }

    private <T> T withConnection(Reading<T> reading) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try {
                return reading.read(connection);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}

package org.alongside.auditlog.tile;

import java.io.IOException;
import java.util.Optional;

/** Where tiles and entry bundles are kept. May be asked by several threads at once. */
@FunctionalInterface
public interface TileSource {

    /**
     * Bytes of exactly this tile or bundle, unchecked; empty when there is none.
     *
     * @throws IOException when that could not be found out
     */
    Optional<byte[]> read(TileName name) throws IOException;

    /**
     * Bytes of this tile or bundle, or, when it is partial and no longer kept, of the full one that it became.
     *
     * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles, "Partial Tiles"</a>
     */
    default Optional<byte[]> readOrFull(TileName name) throws IOException {
        Optional<byte[]> exact = read(name);
        return exact.isPresent() || name.isFull() ? exact : read(name.full());
    }
}

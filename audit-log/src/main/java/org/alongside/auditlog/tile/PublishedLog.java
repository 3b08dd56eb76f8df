package org.alongside.auditlog.tile;

import java.io.IOException;
import java.util.Optional;

/**
 * A log in the layout of tlog-tiles: a checkpoint, tiles, entry bundles.
 *
 * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles, "APIs"</a>
 */
public interface PublishedLog extends TileSource {

    /** Bytes of the newest checkpoint, unchecked; empty when the log has published none. */
    Optional<byte[]> checkpoint() throws IOException;
}

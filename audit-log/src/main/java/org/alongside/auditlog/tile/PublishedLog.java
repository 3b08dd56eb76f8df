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

    /**
     * Bytes of what is kept of a bundle whose front was removed, unchecked: its last entries, in the encoding of bundles, under
     * {@link TileName#keptPath}. Empty when the log has the whole bundle, or nothing of it. Bundles themselves are whole or not there
     * (tlog-tiles, "Log entries").
     *
     * @throws IOException when that could not be found out
     */
    Optional<byte[]> kept(TileName bundle) throws IOException;

    /** The same, or, when the bundle is partial and no longer kept, of the full one that it became. */
    default Optional<EntryBundle> keptOrFull(TileName bundle) throws IOException {
        Optional<byte[]> exact = kept(bundle);
        return exact.isPresent() || bundle.isFull()
                ? exact.map(bytes -> EntryBundle.kept(bytes, bundle.width()))
                : kept(bundle.full()).map(bytes -> EntryBundle.kept(bytes, TileName.FULL));
    }
}

package org.alongside.auditlog.tile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.alongside.auditlog.tree.TreeState;

/**
 * Grows a log whose tiles are kept somewhere.
 *
 * <p>
 * To store within one transaction: {@link Growth#state()} in place of the state before, and each of {@link Growth#tiles()} by its
 * level and index, in place of the narrower tile of that level and index. The narrower ones stay readable as
 * {@link Tile#first beginnings} of what replaced them. Nothing else changes.
 */
public final class TileWriter {

    private final TileSource tiles;

    /** @param tiles those kept, as the transaction sees them; asked for the partial tiles of the state only, at most one a level */
    public TileWriter(TileSource tiles) {
        this.tiles = tiles;
    }

    /**
     * @param state of the tree with the batch
     * @param tiles new or wider than before: full ones in the order in which they filled, then the partial ones
     */
    public record Growth(TreeState state, List<Tile> tiles) {}

    /**
     * @param before     state of the tree, as stored
     * @param leafHashes of the entries to add, in order
     * @throws IOException when a partial tile is missing, or the tiles do not belong to the state: nothing may be sealed then
     */
    public Growth append(TreeState before, List<byte[]> leafHashes) throws IOException {
        TileEdge edge = TileEdge.load(before, tiles);
        List<Tile> stored = new ArrayList<>();
        leafHashes.forEach(leaf -> edge.add(leaf, stored::add));
        List<TileName> unchanged = TileName.partials(before.size());
        edge.partials().stream().filter(tile -> !unchanged.contains(tile.name())).forEach(stored::add);
        return new Growth(edge.state(), stored);
    }
}

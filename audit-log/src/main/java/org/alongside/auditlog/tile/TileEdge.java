package org.alongside.auditlog.tile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.alongside.auditlog.tree.TreeHasher;
import org.alongside.auditlog.tree.TreeState;

/**
 * The right edge of a growing tree in the form of tiles: on each level the hashes that have not filled a tile yet. Memory is at
 * most 8 KiB a level, whatever the size. Belongs to one thread.
 */
public final class TileEdge {

    private final TreeHasher hasher = new TreeHasher();
    private final List<OpenTile> levels = new ArrayList<>();
    private long size;

    private static final class OpenTile {
        private final byte[] hashes = new byte[TileName.FULL * TreeHasher.BYTES];
        private int width;
        private long index;

        void add(byte[] hash) {
            System.arraycopy(hash, 0, hashes, width++ * TreeHasher.BYTES, TreeHasher.BYTES);
        }

        void next() {
            width = 0;
            index++;
        }

        Tile tile(int level) {
            return new Tile(new TileName(level, index, width), Arrays.copyOf(hashes, width * TreeHasher.BYTES));
        }
    }

    /**
     * The edge of a tree whose tiles are kept somewhere.
     *
     * @param tiles asked for the partial tiles of that size only
     * @throws IOException when one cannot be read, or the tiles are not those of the state: they were touched
     */
    static TileEdge load(TreeState state, TileSource tiles) throws IOException {
        TileEdge edge = new TileEdge();
        edge.size = state.size();
        for (int level = 0; TileName.hashes(level, state.size()) > 0; level++) {
            edge.open(level).index = TileName.hashes(level, state.size()) / TileName.FULL;
        }
        for (TileName name : TileName.partials(state.size())) {
            edge.levels.get(name.level()).width = name.width();
            byte[] bytes = TileReader.read(tiles, name).bytes();
            System.arraycopy(bytes, 0, edge.levels.get(name.level()).hashes, 0, bytes.length);
        }
        if (!edge.state().equals(state)) {
            throw new IOException("The partial tiles kept for size " + state.size()
                    + " do not have the hashes of the tree state: one of the two was changed");
        }
        return edge;
    }

    public long size() {
        return size;
    }

    /** @param filled gets each tile that this leaf completes, lower levels first */
    public void add(byte[] leafHash, Consumer<Tile> filled) {
        size++;
        add(0, leafHash, filled);
    }

    /**
     * Adds the 256 leaves of a whole tile; the size so far is a multiple of that.
     *
     * @param hashes the leaves, one behind the other
     * @param root   of those leaves
     */
    public void addTile(byte[] hashes, byte[] root, Consumer<Tile> filled) {
        OpenTile leaves = open(0);
        if (leaves.width != 0) {
            throw new IllegalStateException("The tile before has " + leaves.width + " leaves only");
        }
        size += TileName.FULL;
        filled.accept(new Tile(new TileName(0, leaves.index, TileName.FULL), hashes));
        leaves.next();
        add(1, root, filled);
    }

    private void add(int level, byte[] hash, Consumer<Tile> filled) {
        OpenTile open = open(level);
        open.add(hash);
        if (open.width == TileName.FULL) {
            Tile tile = open.tile(level);
            open.next();
            filled.accept(tile);
            add(level + 1, hasher.subtree(tile.bytes(), 0, TileName.FULL), filled);
        }
    }

    private OpenTile open(int level) {
        if (level == levels.size()) {
            levels.add(new OpenTile());
        }
        return levels.get(level);
    }

    /** The tiles that are not full, lower levels first. */
    public List<Tile> partials() {
        List<Tile> partials = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            if (levels.get(level).width > 0) {
                partials.add(levels.get(level).tile(level));
            }
        }
        return partials;
    }

    public TreeState state() {
        List<byte[]> peaks = new ArrayList<>();
        for (int level = levels.size() - 1; level >= 0; level--) {
            addPeaks(levels.get(level), peaks);
        }
        return TreeState.of(size, peaks);
    }

    private void addPeaks(OpenTile open, List<byte[]> peaks) {
        for (int from = 0; from < open.width;) {
            int count = Integer.highestOneBit(open.width - from);
            peaks.add(hasher.subtree(open.hashes, from, count));
            from += count;
        }
    }
}

package org.alongside.auditlog.tile;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.alongside.auditlog.tree.HashSource;
import org.alongside.auditlog.tree.TreeHasher;

/** Hashes of a tree of one size, read from its tiles. Keeps the tiles used last; belongs to one thread. */
public final class TileReader implements HashSource {

    private static final int KEPT = 64;

    private final TileSource tiles;
    private final long size;
    private final TreeHasher hasher = new TreeHasher();
    private final Map<TileName, Tile> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TileName, Tile> eldest) {
            return size() > KEPT;
        }
    };

    /** @param size number of entries of the tree, as its checkpoint says */
    public TileReader(TileSource tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    /** @throws FileNotFoundException when a tile is missing; IOException when it is not as long as its name says */
    @Override
    public byte[] hash(int level, long index) throws IOException {
        if (level < 0 || level >= Long.SIZE || index < 0 || index >= size >> level) {
            throw new IOException("A log of " + size + " entries has no subtree " + index + " of height " + level);
        }
        int height = level % TileName.BITS;
        long first = index << height;
        Tile tile = tile(TileName.in(level / TileName.BITS, first / TileName.FULL, size));
        return hasher.subtree(tile.bytes(), (int) (first % TileName.FULL), 1 << height);
    }

    private Tile tile(TileName name) throws IOException {
        Tile tile = kept.get(name);
        if (tile == null) {
            tile = read(tiles, name);
            kept.put(name, tile);
        }
        return tile;
    }

    /** The tile, cut from the full one where only that is kept. */
    static Tile read(TileSource tiles, TileName name) throws IOException {
        byte[] bytes = tiles.readOrFull(name).orElseThrow(() -> new FileNotFoundException(name + " is missing"));
        int hashes = bytes.length == TileName.FULL * TreeHasher.BYTES ? TileName.FULL : name.width();
        try {
            return new Tile(new TileName(name.level(), name.index(), hashes), bytes).first(name.width());
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}

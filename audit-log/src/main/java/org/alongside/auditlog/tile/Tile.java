package org.alongside.auditlog.tile;

import java.util.Arrays;

import org.alongside.auditlog.tree.TreeHasher;

/**
 * A tile of hashes.
 *
 * @param name  its place and width
 * @param bytes its hashes, one behind the other: 32 bytes times width
 * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles, "Merkle Tree"</a>
 */
public record Tile(TileName name, byte[] bytes) {

    /** @throws IllegalArgumentException when the bytes are not as long as the width says */
    public Tile {
        if (bytes.length != name.width() * TreeHasher.BYTES) {
            throw new IllegalArgumentException(
                    name + " must have " + name.width() * TreeHasher.BYTES + " bytes and has "
                            + bytes.length);
        }
    }

    /**
     * This tile as it was when it was narrower: a tile only ever grows at its end, so one stored row serves all its widths.
     *
     * @throws IllegalArgumentException when it was never that wide
     */
    public Tile first(int width) {
        TileName narrower = new TileName(name.level(), name.index(), width);
        if (width > name.width()) {
            throw new IllegalArgumentException(name + " has no " + width + " hashes");
        }
        return new Tile(narrower, Arrays.copyOf(bytes, width * TreeHasher.BYTES));
    }

    public byte[] hash(int position) {
        return Arrays.copyOfRange(bytes, position * TreeHasher.BYTES, (position + 1) * TreeHasher.BYTES);
    }
}

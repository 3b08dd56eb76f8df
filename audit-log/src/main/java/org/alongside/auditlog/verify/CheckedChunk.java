package org.alongside.auditlog.verify;

import java.util.List;

import org.alongside.auditlog.tile.TileName;
import org.alongside.auditlog.tree.TreeHasher;

/**
 * A chunk of which everything is computed that does not need the entries before it: the part of the work that threads share.
 *
 * @param leaves leaf hashes of all rows, one behind the other
 * @param root   over those leaves when they fill a tile; null otherwise
 */
record CheckedChunk(Chunk chunk, List<CheckedRow> rows, byte[] leaves, byte[] root) {

    static CheckedChunk of(Chunk chunk) {
        TreeHasher hasher = new TreeHasher();
        List<CheckedRow> rows = chunk.rows().stream().map(row -> CheckedRow.of(row, hasher)).toList();
        byte[] leaves = new byte[rows.size() * TreeHasher.BYTES];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i).leafHash(), 0, leaves, i * TreeHasher.BYTES, TreeHasher.BYTES);
        }
        boolean full = rows.size() == TileName.FULL;
        return new CheckedChunk(chunk, rows, leaves, full ? hasher.subtree(leaves, 0, TileName.FULL) : null);
    }

    /** Whether the rows are exactly the entries of the next tile of a log of that size. */
    boolean fillsTileAt(long size) {
        if (root == null || size % TileName.FULL != 0) {
            return false;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).index() != size + i) {
                return false;
            }
        }
        return chunk.notes().stream().allMatch(note -> note.rowsBefore() == TileName.FULL);
    }
}

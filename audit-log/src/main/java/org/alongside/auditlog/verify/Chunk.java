package org.alongside.auditlog.verify;

import java.util.List;
import java.util.Map;

import org.alongside.auditlog.tile.TileName;

/**
 * Up to 256 entries that follow one another, with what the source has beside them.
 *
 * @param rows   the entries
 * @param tiles  stored tiles whose last hash comes with the last of the rows
 * @param notes  signed checkpoints between the rows
 * @param faults what could not be read
 * @param broken nothing behind the rows can be verified
 */
record Chunk(List<Row> rows, Map<TileName, byte[]> tiles, List<PlacedNote> notes, List<Finding> faults,
        boolean broken) {

    /** @param rowsBefore how many of the rows stand before it */
    record PlacedNote(int rowsBefore, byte[] note) {}
}

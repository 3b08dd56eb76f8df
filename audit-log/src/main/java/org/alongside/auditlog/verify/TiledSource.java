package org.alongside.auditlog.verify;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.alongside.auditlog.note.Checkpoint;
import org.alongside.auditlog.note.SignedNote;
import org.alongside.auditlog.tile.EntryBundle;
import org.alongside.auditlog.tile.PublishedLog;
import org.alongside.auditlog.tile.Tile;
import org.alongside.auditlog.tile.TileName;
import org.alongside.auditlog.tree.TreeHasher;
import org.alongside.auditlog.verify.Chunk.PlacedNote;
import org.alongside.auditlog.verify.Finding.Kind;

/**
 * A log in the layout of tlog-tiles, over HTTP or in a folder: as many entries as its checkpoint says, in bundles, each bundle with
 * the tiles that it fills.
 */
public final class TiledSource extends LogSource {

    private final PublishedLog log;
    private final byte[] note;
    private final long size;
    private long nextBundle;
    private boolean begun;

    /** @throws FileNotFoundException when there is no checkpoint: without one there is no log to verify */
    public TiledSource(PublishedLog log) throws IOException {
        this.log = log;
        this.note = log.checkpoint().orElseThrow(() -> new FileNotFoundException("The log has no file 'checkpoint'"));
        this.size = sizeOf(note);
    }

    /** 0 for what is no checkpoint: the verifier will say so. */
    private static long sizeOf(byte[] note) {
        try {
            return Checkpoint.parse(SignedNote.parse(note).text()).size();
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    @Override
    Part next() {
        if (begun && nextBundle * TileName.FULL >= size) {
            return null;
        }
        begun = true;
        long bundle = nextBundle++;
        return () -> new Loading(bundle).chunk();
    }

    /** One bundle on its way to a chunk. */
    private final class Loading {
        private final long bundle;
        private final long end;
        private final List<Finding> faults = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();
        private final Map<TileName, byte[]> tiles = new HashMap<>();
        private int expected;

        Loading(long bundle) {
            this.bundle = bundle;
            this.end = Math.min((bundle + 1) * TileName.FULL, size);
        }

        Chunk chunk() throws IOException {
            if (size > 0) {
                readRows();
                readTiles();
            }
            List<PlacedNote> notes = end == size ? List.of(new PlacedNote(rows.size(), note)) : List.of();
            return new Chunk(rows, tiles, notes, faults, rows.size() < expected);
        }

        private void readRows() throws IOException {
            TileName name = TileName.in(TileName.ENTRIES, bundle, size);
            TileName leavesName = TileName.in(0, bundle, size);
            expected = name.width();
            byte[] bytes = hashes(leavesName);
            Tile leaves = bytes == null ? null : new Tile(leavesName, bytes);
            String where = leavesName.toString();
            List<byte[]> entries = entries(name, leaves != null);
            for (int i = 0; i < entries.size(); i++) {
                byte[] leaf = leaves == null ? null : leaves.hash(i);
                rows.add(new Row(name.firstEntry(i), entries.get(i), leaf, where, null));
            }
        }

        /**
         * With null for each entry of which only the hash is there, which may be right at the front of a log.
         *
         * @param hashed whether their hashes are
         */
        private List<byte[]> entries(TileName name, boolean hashed) throws IOException {
            Optional<byte[]> exact = log.read(name);
            Optional<byte[]> stored = exact.isPresent() || name.isFull() ? exact : log.read(name.full());
            if (stored.isEmpty() && hashed) {
                return kept(name);
            }
            if (stored.isEmpty()) {
                faults.add(new Finding(Kind.NUMBER, name.firstEntry(0),
                        "Entries " + name.firstEntry(0) + " to " + (end - 1)
                                + " are missing: there is no " + name));
                return List.of();
            }
            EntryBundle read = EntryBundle.parse(stored.get());
            int have = Math.min(read.entries().size(), expected);
            if (have < expected || read.unreadable() > 0 || exact.isPresent() && read.entries().size() > expected) {
                faults.add(new Finding(Kind.NUMBER, name.firstEntry(have), name + " is to hold entries "
                        + name.firstEntry(0) + " to "
                        + (end - 1) + " and holds " + read.entries().size() + " entries and " + read.unreadable()
                        + " bytes that are none: entry " + name.firstEntry(have) + " or one before it was changed"));
            }
            return read.entries().subList(0, have);
        }

        private List<byte[]> kept(TileName name) throws IOException {
            try {
                EntryBundle kept = log.keptOrFull(name)
                        .orElse(new EntryBundle(Collections.nCopies(expected, null), 0));
                if (kept.unreadable() > 0) {
                    addFault(name, kept.unreadable() + " bytes at its end are no entry");
                }
                return kept.entries().subList(0, expected);
            } catch (IllegalArgumentException e) {
                addFault(name, e.getMessage());
                return List.of();
            }
        }

        private void addFault(TileName name, String fault) {
            faults.add(new Finding(Kind.NUMBER, name.firstEntry(0), name.keptPath()
                    + " cannot be read: " + fault + ": entries " + name.firstEntry(0) + " to " + (end - 1)
                    + " are missing or were changed"));
        }

        /** Level 0 is compared entry by entry. */
        private void readTiles() throws IOException {
            List<TileName> due = new ArrayList<>(TileName.filledAt(end));
            if (end == size) {
                due.addAll(TileName.partials(size));
            }
            for (TileName name : due) {
                if (name.level() > 0) {
                    tiles.put(name, hashes(name));
                }
            }
            tiles.values().removeIf(bytes -> bytes == null);
        }

        /** Null when there are none of that length, with a fault. */
        private byte[] hashes(TileName name) throws IOException {
            Optional<byte[]> exact = log.read(name);
            int length = name.width() * TreeHasher.BYTES;
            if (exact.isPresent() && exact.get().length == length) {
                return exact.get();
            }
            Optional<byte[]> full = exact.isPresent() || name.isFull() ? Optional.empty() : log.read(name.full());
            if (full.isPresent() && full.get().length == TileName.FULL * TreeHasher.BYTES) {
                return Arrays.copyOf(full.get(), length);
            }
            int have = exact.or(() -> full).map(bytes -> bytes.length).orElse(0);
            long first = name.firstEntry(Math.min(have / TreeHasher.BYTES, name.width() - 1));
            faults.add(new Finding(Kind.TILE, first, name + " must have " + length + " bytes and has " + have
                    + ": the hashes from entry " + first + " on are missing or too many"));
            return null;
        }
    }
}

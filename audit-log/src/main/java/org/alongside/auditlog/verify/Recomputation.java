package org.alongside.auditlog.verify;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.alongside.auditlog.note.Checkpoint;
import org.alongside.auditlog.note.SignedNote;
import org.alongside.auditlog.note.Trust;
import org.alongside.auditlog.note.UntrustedNote;
import org.alongside.auditlog.tile.Tile;
import org.alongside.auditlog.tile.TileEdge;
import org.alongside.auditlog.tile.TileName;
import org.alongside.auditlog.tree.TreeHasher;
import org.alongside.auditlog.tree.TreeState;
import org.alongside.auditlog.verify.Chunk.PlacedNote;
import org.alongside.auditlog.verify.Finding.Kind;

/** One verification on its way through the log: what needs the entries in their order. */
final class Recomputation implements Closeable {

    private final long startedAt = System.nanoTime();
    private final Trust trust;
    private final Iterator<Checkpoint> kept;
    private final TileEdge edge = new TileEdge();
    private final SourceSequences sequences = new SourceSequences();
    private final EventIds ids = new EventIds();
    private final Findings findings = new Findings();
    private final RemovedFront front;
    private Map<TileName, byte[]> storedTiles = Map.of();
    private Checkpoint nextKept;
    private SignedNote newest;
    private SignedNote newestRight;
    private long newestSize;
    private long sealed;
    private long checkpoints;
    private boolean broken;

    /**
     * @param kept checkpoints from earlier
     * @param old  so many entries, from the first on, may have been removed
     */
    Recomputation(Trust trust, List<Checkpoint> kept, long old) {
        this.trust = trust;
        this.front = new RemovedFront(old);
        this.kept = kept.stream().sorted(Comparator.comparing(Checkpoint::size)).iterator();
        nextKept();
        checkKept();
    }

    /** Whether entries are missing, so that nothing behind them can be verified. */
    boolean isBroken() {
        return broken;
    }

    void take(CheckedChunk checked) throws IOException {
        checked.chunk().faults().forEach(findings::add);
        front.take(checked.rows(), findings);
        reportTilesLeftOver();
        storedTiles = new HashMap<>(checked.chunk().tiles());
        if (checked.fillsTileAt(edge.size()) && !keptWithin(edge.size() + 1, edge.size() + TileName.FULL - 1)) {
            edge.addTile(checked.leaves(), checked.root(), this::compareTile);
            for (CheckedRow row : checked.rows()) {
                checkContent(row);
            }
            checkKept();
        } else {
            addOneByOne(checked);
        }
        checkNotes(checked, checked.rows().size());
        broken |= checked.chunk().broken() || sequences.isHopeless();
    }

    private void addOneByOne(CheckedChunk checked) throws IOException {
        for (int i = 0; i < checked.rows().size() && !broken; i++) {
            checkNotes(checked, i);
            CheckedRow row = checked.rows().get(i);
            checkNumber(row);
            if (!broken) {
                edge.add(row.leafHash(), this::compareTile);
                checkContent(row);
                checkKept();
            }
        }
    }

    private void checkNumber(CheckedRow row) {
        long expected = edge.size();
        if (row.index() > expected) {
            findings.add(Kind.NUMBER, expected,
                    "Entries " + expected + " to " + (row.index() - 1) + " are missing: entry " + row.index()
                            + " comes next");
        } else if (row.index() < expected) {
            findings.add(Kind.NUMBER, row.index(),
                    "Entry " + row.index() + " stands twice or in the wrong place: entry " + expected
                            + " should come next");
        }
        broken |= row.index() != expected;
    }

    private void checkContent(CheckedRow row) throws IOException {
        if (row.fault() != null) {
            findings.add(row.fault());
        }
        if (row.entry() != null) {
            Finding wrong = sequences.take(row.entry(), row.index(), front.removed());
            if (wrong != null) {
                findings.add(wrong);
            }
            ids.add(row.id(), row.index());
        }
    }

    private void compareTile(Tile computed) {
        byte[] stored = storedTiles.remove(computed.name());
        if (stored != null) {
            Finding difference = difference(computed, stored);
            if (difference != null) {
                findings.add(difference);
            }
        }
    }

    /** Names the entries under the first hash that differs; null when none does. */
    static Finding difference(Tile computed, byte[] stored) {
        int at = Arrays.mismatch(computed.bytes(), stored);
        if (at < 0) {
            return null;
        }
        TileName name = computed.name();
        int position = Math.min(at / TreeHasher.BYTES, name.width() - 1);
        long first = name.firstEntry(position);
        if (name.level() == 0) {
            return new Finding(Kind.ENTRY, first, "Entry " + first + " was changed, or its hash in " + name
                    + ": the two do not belong together");
        }
        return new Finding(Kind.TILE, first,
                "Hash " + position + " of " + name + " is not the one of the entries " + first + " to "
                        + (name.firstEntry(position + 1) - 1) + ": one of these, or the tile, was changed");
    }

    private void checkNotes(CheckedChunk checked, int rowsBefore) {
        for (PlacedNote placed : checked.chunk().notes()) {
            if (placed.rowsBefore() == rowsBefore) {
                checkNote(placed.note());
            }
        }
    }

    private void checkNote(byte[] bytes) {
        try {
            SignedNote note = SignedNote.parse(bytes);
            checkRoot(note, trust.openSigned(note));
            newest = note;
            newestSize = edge.size();
        } catch (IllegalArgumentException | UntrustedNote e) {
            findings.add(Kind.CHECKPOINT, null,
                    "The checkpoint behind entry " + (edge.size() - 1) + " is not to be believed. " + e.getMessage());
        }
    }

    private void checkRoot(SignedNote note, Checkpoint checkpoint) {
        if (checkpoint.size() != edge.size()) {
            findings.add(Kind.CHECKPOINT, edge.size(),
                    "The checkpoint says " + checkpoint.size() + " entries where " + edge.size()
                            + " could be read: entries are missing or too many");
        } else if (!Arrays.equals(checkpoint.root(), edge.state().root())) {
            findings.add(Kind.ROOT, null, "The entries 0 to " + (checkpoint.size() - 1)
                    + " do not have the root that the " + checkpoint
                    + " was signed with: entries were changed after signing, or the checkpoint was signed over others");
        } else {
            sealed = checkpoint.size();
            newestRight = note;
            checkpoints++;
        }
    }

    private boolean keptWithin(long from, long to) {
        return nextKept != null && nextKept.size() >= from && nextKept.size() <= to;
    }

    private void nextKept() {
        nextKept = kept.hasNext() ? kept.next() : null;
    }

    private void checkKept() {
        for (; keptWithin(edge.size(), edge.size()); nextKept()) {
            if (!Arrays.equals(nextKept.root(), edge.state().root())) {
                findings.add(Kind.HISTORY, null, "The first " + nextKept.size() + " entries are not those of the "
                        + nextKept
                        + " kept from earlier: the log was rewritten, or shown differently to different people");
            }
        }
    }

    Report finish() throws IOException {
        if (!broken) {
            checkEnd();
        }
        front.check(findings);
        sequences.missing(front.removed()).forEach(findings::add);
        ids.findDoubles(findings);
        TreeState state = edge.state();
        return new Report(trust.origin(), state.size(), front.removed(), sealed, state.root(), checkpoints,
                sequences.reach(),
                findings.sorted(),
                findings.total(), newestRight == null ? null : newestRight.toString(), Instant.now(),
                Duration.ofNanos(System.nanoTime() - startedAt));
    }

    private void checkEnd() {
        edge.partials().forEach(this::compareTile);
        reportTilesLeftOver();
        for (; nextKept != null; nextKept()) {
            findings.add(Kind.HISTORY, edge.size(), "The log ends before entry " + edge.size() + " and the " + nextKept
                    + " kept from earlier has that entry: its end was cut off");
        }
        checkNewest();
    }

    private void reportTilesLeftOver() {
        storedTiles.keySet()
                .forEach(name -> findings.add(Kind.TILE, null, name + " does not stand where a log of " + edge.size()
                        + " entries has it"));
    }

    private void checkNewest() {
        if (newest == null) {
            findings.add(Kind.CHECKPOINT, null,
                    "There is no checkpoint of " + trust.origin() + " that can be believed");
        } else if (newestSize < edge.size()) {
            findings.add(Kind.CHECKPOINT, newestSize, "Entries " + newestSize + " to " + (edge.size() - 1)
                    + " stand behind the newest checkpoint: no signature covers them");
        } else {
            checkWitnesses();
        }
    }

    /** Only the newest has to be cosigned: witnesses come by now and then. */
    private void checkWitnesses() {
        try {
            trust.open(newest);
        } catch (UntrustedNote e) {
            findings.add(Kind.CHECKPOINT, null, e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        ids.close();
    }
}

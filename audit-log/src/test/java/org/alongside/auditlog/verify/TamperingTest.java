package org.alongside.auditlog.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.alongside.auditlog.note.Checkpoint;
import org.alongside.auditlog.note.SignedNote;
import org.alongside.auditlog.testing.ReferenceTree;
import org.alongside.auditlog.testing.SampleLog;
import org.alongside.auditlog.tile.EntryBundle;
import org.alongside.auditlog.tile.Tile;
import org.alongside.auditlog.tile.TileName;
import org.alongside.auditlog.tree.TreeHasher;
import org.alongside.auditlog.verify.Chunk.PlacedNote;
import org.junit.jupiter.api.Test;

/**
 * Goal A6: in a log of 10,000 entries every byte is flipped once, every row deleted, swapped, doubled and cut, and each is found
 * with the number of its entry. What a change cannot reach is not computed again: the checks called are those that
 * {@link LogVerifier} is made of, on the part of the log that holds the change.
 *
 * <p>
 * {@code -Dalongside.exhaustive=true} takes every row where the ordinary run takes one in {@value #ORDINARY_STEP}.
 */
class TamperingTest {

    private static final int SIZE = 10_000;
    private static final int ORDINARY_STEP = 37;
    private static final int STEP = Boolean.getBoolean("alongside.exhaustive") ? 1 : ORDINARY_STEP;

    private static final List<byte[]> ENTRIES = SampleLog.entries(SIZE);
    private static final Map<String, byte[]> FILES = SampleLog.files(ENTRIES);
    private static final ReferenceTree TREE = SampleLog.tree(ENTRIES);
    private static final List<CheckedChunk> SOUND = checkedChunks();

    private static List<CheckedChunk> checkedChunks() {
        try (TiledSource source = new TiledSource(SampleLog.published(FILES))) {
            List<CheckedChunk> chunks = new ArrayList<>();
            for (LogSource.Part part = source.next(); part != null; part = source.next()) {
                chunks.add(CheckedChunk.of(part.load()));
            }
            return chunks;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void isFoundSoundUntouched() throws IOException {
        assertTrue(verify(SOUND).isSound());
    }

    @Test
    void everyByteOfEveryEntry() {
        TreeHasher hasher = new TreeHasher();
        for (int i = 0; i < SIZE; i++) {
            byte[] entry = ENTRIES.get(i).clone();
            Row row = new Row(i, entry, TREE.leaves().get(i), "tile", null);
            for (int at = 0; at < entry.length; at++) {
                entry[at] ^= 1;
                assertFinds(i, CheckedRow.of(row, hasher).fault());
                entry[at] ^= 1;
            }
        }
    }

    @Test
    void everyByteOfEveryLengthInTheBundles() throws IOException {
        for (int bundle = 0; bundle * TileName.FULL < SIZE; bundle++) {
            String path = TileName.in(TileName.ENTRIES, bundle, SIZE).toString();
            byte[] bytes = FILES.get(path).clone();
            int at = 0;
            for (int i = bundle * TileName.FULL; at < bytes.length; at += 2 + ENTRIES.get(i++).length) {
                for (int half = 0; half < 2; half++) {
                    bytes[at + half] ^= 1;
                    assertFindsFirst(i, load(bundle, path, bytes));
                    bytes[at + half] ^= 1;
                }
            }
        }
    }

    @Test
    void everyByteOfEveryTile() {
        TreeHasher hasher = new TreeHasher();
        for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
            if (file.getKey().matches("tile/[0-9].*")) {
                TileName name = TileName.parse(file.getKey());
                for (int at = 0; at < file.getValue().length; at++) {
                    byte[] flipped = file.getValue().clone();
                    flipped[at] ^= 1;
                    checkTile(name, file.getValue(), flipped, at / TreeHasher.BYTES, hasher);
                }
            }
        }
    }

    /** Both ways to compare one: entry by entry, and as a whole. */
    private static void checkTile(TileName name, byte[] sound, byte[] flipped, int position, TreeHasher hasher) {
        int first = (int) name.firstEntry(position);
        assertFinds(first, Recomputation.difference(new Tile(name, sound), flipped));
        if (name.level() == 0) {
            Row row = new Row(first, ENTRIES.get(first), new Tile(name, flipped).hash(position), "tile", null);
            assertFinds(first, CheckedRow.of(row, hasher).fault());
        }
    }

    @Test
    void everyByteOfTheCheckpoint() throws IOException {
        byte[] note = FILES.get("checkpoint");
        for (int at = 0; at < note.length; at++) {
            byte[] flipped = note.clone();
            flipped[at] ^= 1;
            List<CheckedChunk> chunks = new ArrayList<>(SOUND);
            CheckedChunk last = chunks.remove(chunks.size() - 1);
            Chunk changed = new Chunk(last.chunk().rows(), last.chunk().tiles(),
                    List.of(new PlacedNote(last.rows().size(), flipped)),
                    List.of(), false);
            chunks.add(new CheckedChunk(changed, last.rows(), last.leaves(), last.root()));
            assertFalse(verify(chunks).isSound(), "byte " + at);
        }
    }

    @Test
    void rowsOfADatabaseDeleted() throws IOException {
        for (int i = 0; i < SIZE - 1; i += STEP) {
            List<CheckedRow> rows = rowsAround(i);
            rows.remove(i % TileName.FULL);
            boolean lastOfChunk = i % TileName.FULL == TileName.FULL - 1;
            if (!lastOfChunk) {
                assertFindsFirst(i, verifyUntil(i, rows).findings());
            }
        }
    }

    /** Where the chunk shows it with the next one only. */
    @Test
    void lastRowsOfAChunkDeleted() throws IOException {
        for (int i = TileName.FULL - 1; i < SIZE - TileName.FULL; i += TileName.FULL) {
            List<CheckedChunk> chunks = new ArrayList<>(SOUND);
            List<CheckedRow> rows = rowsAround(i);
            rows.remove(TileName.FULL - 1);
            chunks.set(i / TileName.FULL, chunk(rows));
            assertFindsFirst(i, verify(chunks).findings());
        }
    }

    @Test
    void rowsOfADatabaseDoubled() throws IOException {
        for (int i = 0; i < SIZE; i += STEP) {
            List<CheckedRow> rows = rowsAround(i);
            rows.add(i % TileName.FULL, rows.get(i % TileName.FULL));
            assertFindsFirst(i, verifyUntil(i, rows).findings());
        }
    }

    @Test
    void rowsOfADatabaseSwapped() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < SIZE - 1; i += STEP) {
            List<CheckedRow> rows = rowsAround(i);
            int position = i % TileName.FULL;
            int other = random.nextInt(rows.size());
            if (other != position) {
                Collections.swap(rows, position, other);
                assertFindsFirst(i - position + Math.min(position, other), verifyUntil(i, rows).findings());
            }
        }
    }

    /** As above in a bundle, where entries have no numbers. */
    @Test
    void entriesOfABundleDeletedSwappedDoubledAndCut() throws IOException {
        for (int i = 0; i < SIZE; i += STEP) {
            int bundle = i / TileName.FULL;
            int position = i % TileName.FULL;
            String path = TileName.in(TileName.ENTRIES, bundle, SIZE).toString();
            List<byte[]> entries = EntryBundle.parse(FILES.get(path)).entries();
            for (List<byte[]> changed : changes(entries, position)) {
                assertFindsFirst(i, load(bundle, path, written(changed)));
            }
        }
    }

    private static List<List<byte[]>> changes(List<byte[]> entries, int position) {
        List<byte[]> deleted = new ArrayList<>(entries);
        deleted.remove(position);
        List<byte[]> cut = new ArrayList<>(entries);
        cut.set(position, Arrays.copyOf(entries.get(position), entries.get(position).length - 1));
        List<List<byte[]>> changes = new ArrayList<>(List.of(deleted, cut));
        if (position + 1 < entries.size()) {
            List<byte[]> swapped = new ArrayList<>(entries);
            Collections.swap(swapped, position, position + 1);
            List<byte[]> doubledOverNext = new ArrayList<>(entries);
            doubledOverNext.add(position, entries.get(position + 1));
            changes.addAll(List.of(swapped, doubledOverNext));
        }
        return changes;
    }

    private static byte[] written(List<byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            out.write(entry.length >> 8);
            out.write(entry.length);
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }

    /** Whole and rightly signed, but shorter than somebody knows it was. */
    @Test
    void theTailCutToAnOlderCheckpoint() throws IOException {
        Checkpoint kept = new Checkpoint(SampleLog.ORIGIN, SIZE, TREE.root(0, SIZE));
        for (int size : new int[]{0, 1, 255, 256, 4999, 9984, SIZE - 1}) {
            Map<String, byte[]> cut = SampleLog.files(ENTRIES.subList(0, size));
            assertTrue(verify(cut).isSound(), "the cut itself leaves no trace, which is why somebody has to remember");
            assertFindsFirst(size, verify(cut, kept).findings());
        }
    }

    /** Everything is made anew and signed with the log's own key. */
    @Test
    void theWholeLogRewrittenWithTheStolenKey() throws IOException {
        List<byte[]> rewritten = new ArrayList<>(ENTRIES);
        byte[] changed = ENTRIES.get(1234).clone();
        changed[changed.length - 3] ^= 1;
        rewritten.set(1234, changed);
        Map<String, byte[]> files = new HashMap<>(SampleLog.files(rewritten));
        SignedNote cosigned = SignedNote.parse(files.get("checkpoint"));
        files.put("checkpoint", new SignedNote(cosigned.text(), cosigned.signatures().subList(0, 1)).bytes());

        Report report = verify(files, new Checkpoint(SampleLog.ORIGIN, 9_000, TREE.root(0, 9_000)));

        assertEquals(List.of(Finding.Kind.HISTORY, Finding.Kind.CHECKPOINT),
                report.findings().stream().map(Finding::kind).toList());
        assertTrue(report.findings().get(0).message().contains("The first 9000 entries are not those"));
        assertTrue(report.findings().get(1).message().contains("Only 0 of the 1 witnesses"));
    }

    private static Report verify(Map<String, byte[]> files, Checkpoint... kept) throws IOException {
        return new LogVerifier(SampleLog.trust(), List.of(kept), 1).verify(new TiledSource(SampleLog.published(files)));
    }

    private static Report verify(List<CheckedChunk> chunks) throws IOException {
        try (Recomputation recomputation = new Recomputation(SampleLog.trust(), List.of(), 0)) {
            for (CheckedChunk chunk : chunks) {
                if (!recomputation.isBroken()) {
                    recomputation.take(chunk);
                }
            }
            return recomputation.finish();
        }
    }

    /** The log up to the chunk of an entry, which has these rows instead of its own. */
    private static Report verifyUntil(int entry, List<CheckedRow> rows) throws IOException {
        List<CheckedChunk> chunks = new ArrayList<>(SOUND.subList(0, entry / TileName.FULL));
        chunks.add(chunk(rows));
        return verify(chunks);
    }

    private static List<CheckedRow> rowsAround(int entry) {
        return new ArrayList<>(SOUND.get(entry / TileName.FULL).rows());
    }

    private static CheckedChunk chunk(List<CheckedRow> checked) {
        List<Row> rows = checked.stream()
                .map(row -> new Row(row.index(), ENTRIES.get((int) row.index()), null, "", null)).toList();
        return CheckedChunk.of(new Chunk(rows, Map.of(), List.of(), List.of(), false));
    }

    /** What the verifier finds in one bundle by itself. */
    private static List<Finding> load(int bundle, String path, byte[] bytes) throws IOException {
        Map<String, byte[]> files = new HashMap<>(FILES);
        files.put(path, bytes);
        try (TiledSource source = new TiledSource(SampleLog.published(files))) {
            for (int i = 0; i < bundle; i++) {
                source.next();
            }
            CheckedChunk checked = CheckedChunk.of(source.next().load());
            Findings findings = new Findings();
            checked.rows().stream().filter(row -> row.fault() != null).forEach(row -> findings.add(row.fault()));
            checked.chunk().faults().forEach(findings::add);
            return findings.sorted();
        }
    }

    private static void assertFinds(int entry, Finding finding) {
        assertNotNull(finding, () -> "entry " + entry);
        assertEquals(entry, finding.entry());
        assertTrue(finding.message().contains(String.valueOf(entry)));
    }

    private static void assertFindsFirst(int entry, List<Finding> findings) {
        assertFalse(findings.isEmpty(), () -> "entry " + entry);
        assertFinds(entry, findings.get(0));
    }
}

package org.alongside.auditlog.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

import org.alongside.auditlog.LeafHash;
import org.alongside.auditlog.note.Checkpoint;
import org.alongside.auditlog.note.LogKey;
import org.alongside.auditlog.note.SignedNote;
import org.alongside.auditlog.note.Trust;
import org.alongside.auditlog.testing.ReferenceLayout;
import org.alongside.auditlog.testing.ReferenceTree;
import org.alongside.auditlog.testing.SampleLog;
import org.alongside.auditlog.verify.Finding.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogVerifierTest {

    private static final int SIZE = 1000;
    private static final List<byte[]> ENTRIES = SampleLog.entries(SIZE);
    private static final Map<String, byte[]> FILES = SampleLog.files(ENTRIES);

    private static Report tiled(Map<String, byte[]> files, Checkpoint... kept) throws IOException {
        return new LogVerifier(SampleLog.trust(), List.of(kept), 2).verify(new TiledSource(SampleLog.published(files)));
    }

    private static Report exported(List<String> lines, Checkpoint... kept) throws IOException {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(UTF_8);
        try (LogSource source = new ExportSource(new ByteArrayInputStream(bytes))) {
            return new LogVerifier(SampleLog.trust(), List.of(kept), 2).verify(source);
        }
    }

    private static void assertFound(Report report, Kind kind, Long entry, String words) {
        assertFalse(report.isSound());
        assertTrue(
                report.findings().stream()
                        .anyMatch(finding -> finding.kind() == kind && Objects.equals(finding.entry(), entry)
                                && finding.message().contains(words)),
                () -> "Not " + kind + " " + entry + " '" + words + "': " + report.findings());
    }

    private static void assertSound(Report report, long size) {
        assertEquals(List.of(), report.findings());
        assertTrue(report.isSound());
        assertEquals(size, report.size());
        assertEquals(size, report.sealed());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 257, 511, 512, 513, 66000})
    void aSoundLogOfAnySize(int size) throws IOException {
        List<byte[]> entries = SampleLog.entries(size);
        Report report = tiled(SampleLog.files(entries));
        assertSound(report, size);
        assertArrayEquals(SampleLog.tree(entries).root(0, size), report.root());
        assertEquals(1, report.checkpoints());
        assertEquals(size, report.sources().stream().mapToLong(Report.SourceReach::last).sum());
        assertSound(exported(SampleLog.exportLines(entries)), size);
    }

    /** As tlog-tiles allows: partial ones go once they are full. */
    @Test
    void fullTilesInPlaceOfPartialOnes() throws IOException {
        Map<String, byte[]> files = new HashMap<>(FILES);
        ReferenceTree tree = SampleLog.tree(ENTRIES);
        files.put("checkpoint", SampleLog.checkpoint(300, tree.root(0, 300)).bytes());
        files.put("tile/1/000.p/1", tree.root(0, 256));
        assertSound(tiled(files), 300);
    }

    @Test
    void aCheckpointKeptFromEarlierAtEverySize() throws IOException {
        ReferenceTree tree = SampleLog.tree(ENTRIES);
        Checkpoint[] kept = new Checkpoint[SIZE + 1];
        for (int size = 0; size <= SIZE; size++) {
            kept[size] = new Checkpoint(SampleLog.ORIGIN, size, tree.root(0, size));
        }
        assertSound(tiled(FILES, kept), SIZE);
        byte[] other = tree.root(1, 501);
        assertFound(tiled(FILES, new Checkpoint(SampleLog.ORIGIN, 500, other)), Kind.HISTORY, null,
                "The first 500 entries");
        assertFound(tiled(FILES, new Checkpoint(SampleLog.ORIGIN, 768, other)), Kind.HISTORY, null,
                "The first 768 entries");
        assertFound(tiled(FILES, new Checkpoint(SampleLog.ORIGIN, 0, other)), Kind.HISTORY, null,
                "The first 0 entries");
        assertFound(tiled(FILES, new Checkpoint(SampleLog.ORIGIN, SIZE + 5, other)), Kind.HISTORY, (long) SIZE,
                "cut off");
    }

    @Test
    void aBundleThatIsMissing() throws IOException {
        Map<String, byte[]> files = new HashMap<>(FILES);
        files.remove("tile/entries/001");
        assertFound(tiled(files), Kind.NUMBER, 256L, "Entries 256 to 511 are missing");
    }

    @ParameterizedTest
    @CsvSource({"tile/0/001, 256", "tile/0/003.p/232, 768", "tile/1/000.p/3, 0"})
    void aTileThatIsMissing(String path, long entry) throws IOException {
        Map<String, byte[]> files = new HashMap<>(FILES);
        files.remove(path);
        assertFound(tiled(files), Kind.TILE, entry, path + " must have");
    }

    @Test
    void aByteBehindTheLastEntryOfABundle() throws IOException {
        Map<String, byte[]> files = new HashMap<>(FILES);
        byte[] bundle = files.get("tile/entries/001");
        files.put("tile/entries/001", Arrays.copyOf(bundle, bundle.length + 1));
        assertFound(tiled(files), Kind.NUMBER, 512L, "1 bytes that are none");
    }

    @Test
    void noCheckpointIsNoLog() {
        Map<String, byte[]> files = new HashMap<>(FILES);
        files.remove("checkpoint");
        assertThrows(IOException.class, () -> tiled(files));
    }

    @Test
    void aCheckpointOfAHugeLog() throws IOException {
        Map<String, byte[]> files = new HashMap<>(FILES);
        files.put("checkpoint", SampleLog.checkpoint(999_999_999_999_999_999L, new byte[32]).bytes());
        assertFound(tiled(files), Kind.NUMBER, 768L, "are missing");
    }

    @Test
    void anEntryThatTellsAnIdTwice() throws IOException {
        List<byte[]> entries = new ArrayList<>(ENTRIES);
        String payload = "{\"id\":\"00000000-0000-4000-8000-000000000001\",\"id\":\"00000000-0000-4000-8000-000000000002\"}";
        entries.add(SampleLog.entry("other", 1, payload));
        assertFound(tiled(SampleLog.files(entries)), Kind.ENTRY, (long) SIZE, "twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "{}", "[]", "{\"id\":5}", "{\"id\":\"1-1-1-1-1\"}", "{\"id\":null}",
            "{\"id\":\"00000000-0000-4000-8000-000000000001\"}x"})
    void anEntryThatIsNoAccessEvent(String payload) throws IOException {
        List<byte[]> entries = new ArrayList<>(ENTRIES);
        entries.add(SampleLog.entry("other", 1, payload));
        assertFound(tiled(SampleLog.files(entries)), Kind.ENTRY, (long) SIZE, "is no access event");
    }

    @Test
    void twoEntriesOfOneId() throws IOException {
        List<byte[]> entries = new ArrayList<>(ENTRIES);
        String payload = new String(ENTRIES.get(17), UTF_8).split("\n", 2)[1];
        entries.add(SampleLog.entry("other", 1, payload));
        assertFound(tiled(SampleLog.files(entries)), Kind.ID, (long) SIZE, "which entry 17 has already");
    }

    @Test
    void aGapInASource() throws IOException {
        List<byte[]> entries = new ArrayList<>(ENTRIES);
        entries.add(SampleLog.entry("other", 3, SampleLog.payload("other", new Random(1))));
        assertFound(tiled(SampleLog.files(entries)), Kind.SEQUENCE, (long) SIZE,
                "Events 1 to 2 of /alongside/other in epoch 1 are missing");
        entries.add(SampleLog.entry("other", 1, SampleLog.payload("other", new Random(2))));
        assertFound(tiled(SampleLog.files(entries)), Kind.SEQUENCE, (long) SIZE, "Events 2 to 2");
    }

    /** The log goes on behind a gap; what was missing is sealed when it comes. */
    @Test
    void aGapThatWasFilledLater() throws IOException {
        List<byte[]> entries = new ArrayList<>(ENTRIES);
        for (long sequence : new long[]{7, 2, 3, 1, 6, 4, 5, 8}) {
            entries.add(SampleLog.entry("other", sequence, SampleLog.payload("other", new Random(sequence))));
        }
        assertSound(tiled(SampleLog.files(entries)), SIZE + 8);
        entries.add(SampleLog.entry("other", 4, SampleLog.payload("other", new Random(99))));
        assertFound(tiled(SampleLog.files(entries)), Kind.SEQUENCE, SIZE + 8L,
                "is event 4 of /alongside/other in epoch 1 for the second time");
    }

    @Test
    void keysThatChanged() throws IOException {
        Trust later = new Trust(SampleLog.ORIGIN, List.of(new LogKey(SampleLog.KEY.verifier(), 5000, Long.MAX_VALUE)),
                List.of(), 0);
        Report report = new LogVerifier(later, List.of(), 1).verify(new TiledSource(SampleLog.published(FILES)));
        assertFound(report, Kind.CHECKPOINT, null, "No key is known");
        assertEquals(0, report.sealed());
    }

    @Test
    void anExportWithColumnsTilesAndCheckpoints() throws IOException {
        assertSound(exported(fullExport()), SIZE);
        assertEquals(4, exported(fullExport()).checkpoints());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"source\":\"/alongside/|\"source\":\"/elsewhere/|source",
            "\"outcome\":\"allowed\"|\"outcome\":\"denied\"|outcome",
            "\"parts\":[\"identity\",|\"parts\":[|parts", "\"epoch\":1|\"epoch\":2|epoch",
            "\"at\":\"2026-11-22|\"at\":\"2026-11-23|at",
            "\"basis_id\":null|\"basis_id\":\"x\"|basis_id", "\"basis_id\":null,||basis_id",
            "\"client\":\"0|\"client\":\"1|client",
            "\"sequence\":1|\"sequence\":91|sequence", "\"leaf_hash\":|\"leaf\":|leaf"})
    void aColumnThatDoesNotSayWhatTheBytesSay(String before, String after, String column) throws IOException {
        List<String> lines = fullExport();
        int line = 500 + 1;
        String changed = lines.get(line).replace(before, after == null ? "" : after);
        assertFalse(changed.equals(lines.get(line)), before);
        lines.set(line, changed);
        long entry = Long.parseLong(changed.split("[:,]")[1]);
        assertFound(exported(lines), Kind.COLUMN, entry, "column " + column);
    }

    @Test
    void whatAnExportCannotBe() throws IOException {
        for (String wrong : List.of("", "{}", "x", "{\"entry_index\":5}", "{\"entry_index\":5,\"entry\":\"?\"}",
                "{\"foo\":1}",
                "{\"tile\":\"tile/9\",\"bytes\":\"\"}", SampleLog.exportLine(5, ENTRIES.get(5)) + "x",
                SampleLog.exportLine(5, ENTRIES.get(5)).replace("}", ",\"more\":1}"))) {
            List<String> lines = SampleLog.exportLines(ENTRIES);
            lines.set(5, wrong);
            assertFound(exported(lines), Kind.NUMBER, 5L, "Line 6 of the export cannot be read");
        }
        assertThrows(IOException.class, () -> exported(List.of("x".repeat(2_000_000))));
    }

    @Test
    void entriesBehindTheNewestCheckpoint() throws IOException {
        List<String> lines = SampleLog.exportLines(ENTRIES);
        lines.add(SampleLog.exportLine(SIZE, SampleLog.entry("other", 1, SampleLog.payload("other", new Random(1)))));
        assertFound(exported(lines), Kind.CHECKPOINT, (long) SIZE, "no signature covers them");
        lines.remove(SIZE);
        assertFound(exported(lines), Kind.CHECKPOINT, null, "There is no checkpoint");
    }

    /** Signed over the right root, as if the log had entries that nobody is shown. */
    @Test
    void aCheckpointOfAnotherSize() throws IOException {
        List<String> lines = SampleLog.exportLines(ENTRIES);
        byte[] root = SampleLog.tree(ENTRIES).root(0, SIZE);
        lines.set(SIZE, SampleLog.checkpointLine(SampleLog.checkpoint(SIZE + 5, root)));
        assertFound(exported(lines), Kind.CHECKPOINT, (long) SIZE, "says 1005 entries where 1000 could be read");
    }

    @Test
    void aTileOfAnotherPlace() throws IOException {
        List<String> lines = fullExport();
        lines.add(10, "{\"tile\":\"tile/0/009\",\"bytes\":\"AAAA\"}");
        assertFound(exported(lines), Kind.TILE, null, "tile/0/009 does not stand where");
    }

    /** A million fit into memory; the rest goes through files. */
    @Test
    void idsThatDoNotFitIntoMemory() throws IOException {
        int count = 1_300_000;
        Findings findings = new Findings();
        try (EventIds ids = new EventIds()) {
            Random random = new Random(1);
            for (int i = 0; i < count; i++) {
                ids.add(new UUID(random.nextLong(), random.nextLong()), i);
            }
            Random again = new Random(1);
            ids.add(new UUID(again.nextLong(), again.nextLong()), count);
            ids.findDoubles(findings);
        }
        assertEquals(1, findings.total());
        assertEquals(count, findings.sorted().get(0).entry());
        assertTrue(findings.sorted().get(0).message().contains("which entry 0 has already"));
    }

    @Test
    void theReportIsJson() throws IOException {
        Map<String, byte[]> files = new HashMap<>(FILES);
        files.remove("tile/entries/001");
        String json = tiled(files).json();
        assertTrue(
                json.startsWith(
                        "{\"verdict\":\"touched\",\"origin\":\"agency.example/alongside\",\"size\":1000,\"removed\":0,\"sealed\":1000,"),
                json);
        assertTrue(json.contains(
                "\"findings\":[{\"kind\":\"number\",\"entry\":256,\"message\":\"Entries 256 to 511 are missing"), json);
        assertTrue(tiled(FILES).json().startsWith("{\"verdict\":\"sound\""));
    }

    /** With every column, all tiles, and checkpoints at 0, 300, 512 and the end. */
    private static List<String> fullExport() {
        ReferenceTree tree = SampleLog.tree(ENTRIES);
        Map<String, byte[]> tiles = ReferenceLayout.tiles(tree, SIZE);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i <= SIZE; i++) {
            if (i % 256 == 0 && i > 0) {
                String path = "tile/0/00" + (i / 256 - 1);
                lines.add(tileLine(path, tiles.remove(path)));
            }
            if (i == SIZE) {
                tiles.forEach((path, bytes) -> lines.add(tileLine(path, bytes)));
            }
            if (i == 0 || i == 300 || i == 512 || i == SIZE) {
                lines.add(SampleLog.checkpointLine(SampleLog.checkpoint(i, tree.root(0, i))));
            }
            if (i < SIZE) {
                lines.add(SampleLog.exportLine(i, ENTRIES.get(i)).replace("}",
                        ",\"columns\":" + columns(ENTRIES.get(i)) + "}"));
            }
        }
        return lines;
    }

    private static String tileLine(String path, byte[] bytes) {
        return "{\"tile\":\"" + path + "\",\"bytes\":\"" + Base64.getEncoder().encodeToString(bytes) + "\"}";
    }

    /** As PostgreSQL would write the row: other names, microseconds, another way to write the offset. */
    private static String columns(byte[] entry) {
        String[] header = new String(entry, UTF_8).split("\n", 2);
        String[] place = header[0].split(" ");
        String at = header[1].replaceFirst(".*\"at\":\"([^\"]+)\".*", "$1");
        String micros = Instant.parse(at).truncatedTo(ChronoUnit.MICROS).toString().replace("Z", "+00:00");
        String renamed = header[1].replace("\"id\":", "\"event_id\":").replace("\"access\":", "\"access_id\":")
                .replace("\"op\":", "\"operation\":").replaceFirst("\"service\":\"[a-z]+\",", "").replace(at, micros);
        return "{\"source\":\"" + place[0] + "\",\"epoch\":" + place[1] + ",\"sequence\":" + place[2]
                + ",\"sealed_at\":\"2026-11-22T21:00:00+00:00\",\"home_agency\":null,\"basis_id\":null,\"leaf_hash\":\""
                + Base64.getEncoder().encodeToString(LeafHash.of(entry)) + "\"," + renamed.substring(1);
    }

    @Test
    void aCheckpointOverOtherEntries() throws IOException {
        Map<String, byte[]> files = new HashMap<>(FILES);
        SignedNote other = SampleLog.checkpoint(SIZE, new byte[32]);
        files.put("checkpoint", other.bytes());
        assertFound(tiled(files), Kind.ROOT, null, "do not have the root");
    }
}

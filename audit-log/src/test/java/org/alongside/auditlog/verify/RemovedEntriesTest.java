package org.alongside.auditlog.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.alongside.auditlog.LeafHash;
import org.alongside.auditlog.note.Checkpoint;
import org.alongside.auditlog.testing.SampleLog;
import org.alongside.auditlog.tile.EntryBundle;
import org.alongside.auditlog.tile.LogAt;
import org.alongside.auditlog.verify.Finding.Kind;
import org.junit.jupiter.api.Test;

/** A log from whose front entries were removed when their time was over. */
class RemovedEntriesTest {

    private static final int SIZE = 2_000;
    private static final List<byte[]> ENTRIES = SampleLog.entries(SIZE);

    @Test
    void hashesAreEnoughForOldEntriesAtTheFront() throws IOException {
        Report report = verify(without(0, 1, 2, 3), aged(ENTRIES, 1_100));

        assertTrue(report.isSound(), () -> report.lines().toString());
        assertEquals(1024, report.removed());
        assertEquals(SIZE, report.sealed());
        assertTrue(report.lines().contains(
                "Entries 0 to 1023 are not there: their hashes were verified, what they said was not"),
                () -> report.lines().toString());
        assertTrue(report.json().contains("\"removed\":1024"), report.json());
    }

    /** Months end where they end, not with a bundle. */
    @Test
    void ofABundleAtTheBorderEachEntryThatIsKeptIsVerified() throws IOException {
        Map<String, byte[]> files = border();
        Report report = verify(files, aged(ENTRIES, 600));
        assertTrue(report.isSound(), () -> report.lines().toString());
        assertEquals(600, report.removed());

        files.computeIfPresent("kept/entries/002", (name, bytes) -> flipped(bytes, 300));
        assertTrue(verify(files, aged(ENTRIES, 600)).findings().stream().anyMatch(
                each -> each.kind() == Kind.ENTRY && each.entry() == 600), "the first that is kept");
        assertFound(verify(border(), aged(ENTRIES, 599)), 599, "Entries 599 to 599 are missing, and no checkpoint");
    }

    @Test
    void aBundleAtTheBorderHoldsNoMoreThanItHad() throws IOException {
        Map<String, byte[]> files = border();
        files.put("kept/entries/002", EntryBundle.bytes(ENTRIES.subList(512, 768)));
        files.computeIfPresent("kept/entries/002", (name, bytes) -> concat(bytes, new byte[]{0, 0}));
        assertFound(verify(files, aged(ENTRIES, 600)), 512, "257 entries are left of 256");
        files.put("kept/entries/002", concat(border().get("kept/entries/002"), new byte[]{9}));
        assertFound(verify(files, aged(ENTRIES, 600)), 512, "1 bytes at its end are no entry");
    }

    /** As it was at a size that it has outgrown, the front of which is gone by now. */
    @Test
    void aLogIsVerifiedAtAnOlderCheckpointWhateverWasRemovedSince() throws IOException {
        for (int size : new int[]{550, 600, 601, 700, 768, 1000}) {
            Map<String, byte[]> older = SampleLog.files(ENTRIES.subList(0, size));
            byte[] checkpoint = older.get("checkpoint");
            older.keySet().removeIf(name -> name.startsWith("tile/entries"));
            older.putAll(border());
            Report report = new LogVerifier(SampleLog.trust(), List.of(), 2).allowingRemoved(aged(ENTRIES, 600))
                    .verify(new TiledSource(new LogAt(checkpoint, SampleLog.published(older))));
            assertEquals(List.of(), size < 600
                    ? report.findings().stream().filter(each -> each.kind() != Kind.HISTORY).toList()
                    : report.findings(), "at " + size);
            assertEquals(Math.min(size, 600), report.removed());
        }
    }

    @Test
    void withoutAnOldCheckpointNothingIsRemoved() throws IOException {
        assertFound(verify(without(0), null), 0, "Entries 0 to 255 are missing, and no checkpoint shows");
        assertFound(verify(without(0, 1), aged(ENTRIES, 300)), 300,
                "Entries 300 to 511 are missing, and no checkpoint shows");
    }

    /** Whoever writes entries chooses what time they say: a log does not become old by entries that say so. */
    @Test
    void entriesThatSayThatTheyAreOldProveNothing() throws IOException {
        List<byte[]> entries = new ArrayList<>(ENTRIES);
        for (int i = 0; i < 600; i++) {
            String payload = SampleLog.payload("other", new Random(i)).replaceFirst("\"at\":\"[^\"]*\"",
                    "\"at\":\"2001-01-01T00:00:00Z\"");
            entries.add(SampleLog.entry("other", i + 1, payload));
        }
        Map<String, byte[]> files = SampleLog.files(entries);
        IntStream.range(0, 7).forEach(bundle -> files.remove("tile/entries/00" + bundle));
        assertFound(verify(files, null), 0, "Entries 0 to 1791 are missing");
    }

    /** Each removed entry was one event: more events cannot have been among them. */
    @Test
    void moreEventsThanEntriesWereNotRemoved() throws IOException {
        List<byte[]> entries = new ArrayList<>(ENTRIES);
        for (int i = 0; i < 100; i++) {
            entries.add(SampleLog.entry("other", 1_000_001 + i, SampleLog.payload("other", new Random(i))));
        }
        Map<String, byte[]> files = SampleLog.files(entries);
        files.remove("tile/entries/000");

        Report report = verify(files, aged(entries, 256));

        assertEquals(List.of(Kind.SEQUENCE), report.findings().stream().map(Finding::kind).toList());
        assertTrue(report.findings().get(0).message().startsWith("Of all sources 1000256 events are missing"),
                () -> report.lines().toString());
    }

    @Test
    void behindAnEntryNothingIsRemoved() throws IOException {
        assertFound(verify(without(0, 3, 4), aged(ENTRIES, 1_100)), 768,
                "Entries 768 to 1023 are missing: only their hashes are there");
        assertFound(verify(without(2), aged(ENTRIES, 1_100)), 512, "Entries 512 to 767 are missing");
    }

    @Test
    void aHashOfARemovedEntryThatWasChangedIsFound() throws IOException {
        Map<String, byte[]> files = without(0, 1);
        files.computeIfPresent("tile/0/001", (name, bytes) -> {
            byte[] changed = bytes.clone();
            changed[40] ^= 1;
            return changed;
        });

        Report report = verify(files, aged(ENTRIES, 1_100));

        assertTrue(report.findings().stream().anyMatch(each -> each.kind() == Kind.ROOT),
                () -> report.lines().toString());
        assertTrue(report.findings().stream().anyMatch(each -> each.kind() == Kind.TILE && each.entry() == 256),
                () -> report.lines().toString());
    }

    @Test
    void withoutTheirHashesNothingIsVerified() throws IOException {
        Map<String, byte[]> files = without(0);
        files.remove("tile/0/000");
        assertFound(verify(files, aged(ENTRIES, 1_100)), 0,
                "Entries 0 to 255 are missing: there is no tile/entries/000");
    }

    @Test
    void anEventThatIsMissingBehindThemIsFound() throws IOException {
        List<byte[]> entries = new ArrayList<>();
        for (int i = 1; i <= SIZE; i++) {
            // 100 arrived late, and 1500 never
            int sequence = i == 1000 ? 100 : i < 1000 ? i + (i >= 100 ? 1 : 0) : i < 1500 ? i : i + 1;
            entries.add(SampleLog.entry("intake", sequence, SampleLog.payload("intake", new Random(i))));
        }
        Map<String, byte[]> files = SampleLog.files(entries);
        files.keySet().removeAll(List.of("tile/entries/000", "tile/entries/001"));

        Report report = verify(files, aged(entries, 512));

        assertEquals(List
                .of("Events 1500 to 1500 of /alongside/intake in epoch 1 are missing: they are not before entry 1499"
                        + " and not behind it"),
                report.findings().stream().map(Finding::message).toList());
    }

    /** It is the first known event of its source, and those that came before it are known no more. */
    @Test
    void aLateEventMayComeFirstBehindThem() throws IOException {
        List<byte[]> entries = new ArrayList<>();
        for (int i = 1; i <= SIZE; i++) {
            int sequence = i == 513 ? 100 : i < 513 && i >= 100 ? i + 1 : i;
            entries.add(SampleLog.entry("intake", sequence, SampleLog.payload("intake", new Random(i))));
        }
        Map<String, byte[]> files = SampleLog.files(entries);
        files.keySet().removeAll(List.of("tile/entries/000", "tile/entries/001"));
        assertEquals(List.of(), verify(files, aged(entries, 512)).findings());
    }

    @Test
    void anExportHasTheHashesOfRemovedEntries() throws IOException {
        List<String> lines = SampleLog.exportLines(ENTRIES);
        for (int i = 0; i < 300; i++) {
            lines.set(i, removedLine(i, LeafHash.of(ENTRIES.get(i))));
        }
        Report report = verify(lines);
        assertTrue(report.isSound(), () -> report.lines().toString());
        assertEquals(300, report.removed());

        lines.set(7, removedLine(7, new byte[32]));
        assertTrue(verify(lines).findings().stream().anyMatch(each -> each.kind() == Kind.ROOT));
        lines.set(7, removedLine(7, new byte[31]));
        assertTrue(
                verify(lines).findings().stream().anyMatch(each -> each.message().contains("its hash has 31 bytes")));
    }

    private static String removedLine(int index, byte[] leafHash) {
        return "{\"entry_index\":" + index + ",\"removed\":\"" + Base64.getEncoder().encodeToString(leafHash) + "\"}";
    }

    /** Of which the entries before 600 are gone. */
    private static Map<String, byte[]> border() {
        Map<String, byte[]> files = without(0, 1, 2);
        files.put("kept/entries/002", EntryBundle.bytes(ENTRIES.subList(600, 768)));
        return files;
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 1;
        return changed;
    }

    private static byte[] concat(byte[] bytes, byte[] more) {
        return ByteBuffer.allocate(bytes.length + more.length).put(bytes).put(more).array();
    }

    private static Map<String, byte[]> without(int... bundles) {
        Map<String, byte[]> files = new TreeMap<>(SampleLog.files(ENTRIES));
        for (int bundle : bundles) {
            files.remove("tile/entries/00" + bundle);
        }
        return files;
    }

    /** @param aged checkpoint kept from long ago, null for none */
    private static Report verify(Map<String, byte[]> files, Checkpoint aged) throws IOException {
        LogVerifier verifier = new LogVerifier(SampleLog.trust(), List.of(), 2);
        return (aged == null ? verifier : verifier.allowingRemoved(aged))
                .verify(new TiledSource(SampleLog.published(files)));
    }

    private static Report verify(List<String> lines) throws IOException {
        byte[] export = (String.join("\n", lines) + "\n").getBytes(UTF_8);
        try (ExportSource source = new ExportSource(new ByteArrayInputStream(export))) {
            return new LogVerifier(SampleLog.trust(), List.of(), 2).allowingRemoved(aged(ENTRIES, 300)).verify(source);
        }
    }

    private static Checkpoint aged(List<byte[]> entries, int size) {
        return new Checkpoint(SampleLog.ORIGIN, size, SampleLog.tree(entries).root(0, size));
    }

    private static void assertFound(Report report, long entry, String message) {
        assertTrue(report.findings().stream().anyMatch(each -> each.kind() == Kind.NUMBER && each.entry() == entry
                && each.message().contains(message)), () -> report.lines().toString());
    }
}

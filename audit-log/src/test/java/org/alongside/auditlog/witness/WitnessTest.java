package org.alongside.auditlog.witness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.alongside.auditlog.memory.MonthlyCheckpoints;
import org.alongside.auditlog.note.Cosignature;
import org.alongside.auditlog.note.KeyType;
import org.alongside.auditlog.note.NoteSignature;
import org.alongside.auditlog.note.SignedNote;
import org.alongside.auditlog.note.SignerKey;
import org.alongside.auditlog.note.Trust;
import org.alongside.auditlog.note.UntrustedNote;
import org.alongside.auditlog.testing.SampleLog;
import org.alongside.auditlog.tile.PublishedLog;
import org.alongside.auditlog.tile.TileReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {

    private static final List<byte[]> ENTRIES = SampleLog.entries(1000);
    private static final Trust TRUST = SampleLog.trust();

    @TempDir
    Path folder;
    private Witness witness;

    @BeforeEach
    void begin() {
        witness = new Witness(SampleLog.WITNESS, folder, Clock.fixed(SampleLog.NOW, ZoneOffset.UTC));
    }

    private SignedNote show(List<byte[]> entries) throws Exception {
        return show(witness, entries);
    }

    /** The log as it is without its witness. */
    private static SignedNote show(Witness witness, List<byte[]> entries) throws Exception {
        Map<String, byte[]> files = SampleLog.files(entries);
        SignedNote note = SignedNote.parse(files.get("checkpoint"));
        PublishedLog log = SampleLog.published(files);
        return witness.cosign(TRUST, new SignedNote(note.text(), note.signatures().subList(0, 1)),
                size -> new TileReader(log, size));
    }

    private Path memory() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("checkpoint")).findAny().orElseThrow();
        }
    }

    @Test
    void followsALogThatGrows() throws Exception {
        for (int size : new int[]{0, 0, 1, 2, 255, 256, 256, 257, 511, 700, 1000, 1000}) {
            SignedNote cosigned = show(ENTRIES.subList(0, size));
            assertEquals(size, TRUST.open(cosigned).size());
            assertEquals(SampleLog.NOW, Cosignature.time(cosigned.signatures().get(1)));
            assertArrayEquals(cosigned.bytes(), Files.readAllBytes(memory()));
        }
    }

    /** With it the auditor shows years later which entries are old. */
    @Test
    void theFirstCheckpointOfEachMonthStays() throws Exception {
        show(ENTRIES.subList(0, 100));
        show(ENTRIES.subList(0, 200));
        show(new Witness(SampleLog.WITNESS, folder,
                Clock.fixed(SampleLog.NOW.plus(Duration.ofDays(40)), ZoneOffset.UTC)),
                ENTRIES.subList(0, 300));
        TreeMap<LocalDate, Path> kept = new MonthlyCheckpoints(memory().getParent()).all();
        assertEquals(2, kept.size());
        assertEquals(LocalDate.ofInstant(SampleLog.NOW, ZoneOffset.UTC), kept.firstKey());
        assertEquals(100, TRUST.open(SignedNote.parse(Files.readAllBytes(kept.firstEntry().getValue()))).size());
        assertEquals(300, TRUST.open(SignedNote.parse(Files.readAllBytes(kept.lastEntry().getValue()))).size());
    }

    @Test
    void refusesALogThatGotSmaller() throws Exception {
        show(ENTRIES.subList(0, 700));
        byte[] before = Files.readAllBytes(memory());
        RefusedCheckpoint refused = assertThrows(RefusedCheckpoint.class, () -> show(ENTRIES.subList(0, 699)));
        assertTrue(refused.getMessage().contains("shows 699 entries"), refused.getMessage());
        assertTrue(refused.getMessage().contains("cosigned it with 700"), refused.getMessage());
        assertThrows(RefusedCheckpoint.class, () -> show(List.of()));
        assertArrayEquals(before, Files.readAllBytes(memory()));
        show(ENTRIES);
    }

    /** With the log's own key: this is what a stolen key can do. */
    @Test
    void refusesAForkAndKeepsIt() throws Exception {
        show(ENTRIES.subList(0, 700));
        for (int size : new int[]{700, 701, 1000}) {
            RefusedCheckpoint refused = assertThrows(RefusedCheckpoint.class, () -> show(rewritten(size)));
            assertTrue(refused.getMessage().contains("rewritten or forked"), refused.getMessage());
        }
        Set<String> kept;
        try (Stream<Path> files = Files.list(memory().getParent())) {
            kept = files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("refused-"))
                    .collect(Collectors.toSet());
        }
        assertEquals(3, kept.size());
    }

    private static List<byte[]> rewritten(int size) {
        List<byte[]> entries = new ArrayList<>(ENTRIES.subList(0, size));
        entries.set(5, ENTRIES.get(6));
        return entries;
    }

    @Test
    void twoViewsOfOneLogAreNotBothCosigned() throws Exception {
        show(rewritten(700));
        assertThrows(RefusedCheckpoint.class, () -> show(ENTRIES.subList(0, 700)));
        assertThrows(RefusedCheckpoint.class, () -> show(ENTRIES.subList(0, 800)));
    }

    @Test
    void cosignsNothingThatTheLogDidNotSign() throws Exception {
        SignedNote note = SignedNote.parse(SampleLog.files(ENTRIES).get("checkpoint"));
        SignedNote unsigned = new SignedNote(note.text(), note.signatures().subList(1, 2));
        assertThrows(UntrustedNote.class, () -> witness.cosign(TRUST, unsigned, size -> null));
        NoteSignature wrong = new NoteSignature(SampleLog.ORIGIN, SampleLog.KEY.verifier().id(), new byte[64]);
        assertThrows(UntrustedNote.class, () -> witness.cosign(TRUST, unsigned.with(wrong), size -> null));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    /** Otherwise whoever can write the file decides what the witness has seen. */
    @Test
    void believesNoMemoryButItsOwn() throws Exception {
        show(ENTRIES.subList(0, 700));
        byte[] forged = SampleLog.files(rewritten(600)).get("checkpoint");
        SignedNote note = SignedNote.parse(forged);
        Files.write(memory(), new SignedNote(note.text(), note.signatures().subList(0, 1)).bytes());
        IOException refused = assertThrows(IOException.class, () -> show(rewritten(700)));
        assertTrue(refused.getMessage().contains("not cosigned with the key of this witness"), refused.getMessage());
        Files.write(memory(), new byte[0]);
        assertThrows(IOException.class, () -> show(ENTRIES));
    }

    /** What a crash before the renaming leaves behind changes nothing. */
    @Test
    void aHalfWrittenMemoryIsNotRead() throws Exception {
        show(ENTRIES.subList(0, 700));
        Files.write(memory().resolveSibling("checkpoint.new"), new byte[]{1, 2, 3});
        show(ENTRIES.subList(0, 800));
        assertThrows(RefusedCheckpoint.class, () -> show(ENTRIES.subList(0, 799)));
    }

    @Test
    void replacesItsOwnCosignatureAndKeepsOthers() throws Exception {
        SignerKey other = SignerKey.generate("other.example", KeyType.COSIGNATURE);
        Map<String, byte[]> files = SampleLog.files(ENTRIES);
        SignedNote cosigned = SignedNote.parse(files.get("checkpoint"));
        SignedNote both = cosigned.with(other.sign(cosigned.textBytes(), SampleLog.NOW));
        Instant later = SampleLog.NOW.plus(Duration.ofDays(1));
        SignedNote again = new Witness(SampleLog.WITNESS, folder, Clock.fixed(later, ZoneOffset.UTC)).cosign(TRUST,
                both, size -> null);
        assertEquals(3, again.signatures().size());
        assertEquals(later, Cosignature.time(again.signatures().get(2)));
    }

    @Test
    void aKeyOfALogIsNoWitness() {
        assertThrows(IllegalArgumentException.class, () -> new Witness(SampleLog.KEY, folder, Clock.systemUTC()));
    }

    /** Of two that hold the same memory, none cosigns what the other has left behind. */
    @Test
    void severalAtOnceNeverGoBack() throws Exception {
        Thread[] threads = new Thread[4];
        List<Long> cosigned = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < threads.length; i++) {
            int offset = i;
            threads[i] = new Thread(() -> {
                for (int size = 100 + offset; size < 300; size += threads.length) {
                    try {
                        cosigned.add(TRUST.open(show(ENTRIES.subList(0, size))).size());
                    } catch (RefusedCheckpoint e) {
                        assertTrue(e.getMessage().contains("cut off"), e.getMessage());
                    } catch (Exception e) {
                        cosigned.add(-1L);
                    }
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertTrue(cosigned.stream().noneMatch(size -> size < 0));
        assertEquals(299, TRUST.open(SignedNote.parse(Files.readAllBytes(memory()))).size());
    }
}

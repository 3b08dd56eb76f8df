package org.alongside.auditlog.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.alongside.auditlog.note.Checkpoint;
import org.alongside.auditlog.testing.SampleLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of checkpoints over years. */
class AuditorMemoryTest {

    private static final Period SIX_YEARS = Period.ofYears(6);

    @TempDir
    private Path folder;

    @Test
    void theFirstOfEachMonthAndTheNewestAreKept() throws IOException {
        at("2026-01-30").remember(note(10));
        at("2026-02-03").remember(note(20));
        at("2026-02-04").remember(note(30));
        at("2026-02-28").remember(note(40));

        assertEquals(List.of("checkpoint", "checkpoint-2026-01-30", "checkpoint-2026-02-03"), files());
        assertEquals(List.of(10L, 20L, 40L), at("2026-02-28").kept().stream().map(Checkpoint::size).toList());
    }

    @Test
    void onlyWhatWasKeptForLongEnoughIsAged() throws IOException {
        assertEquals(Optional.empty(), at("2026-01-30").aged(SIX_YEARS));
        at("2026-01-30").remember(note(10));
        at("2026-02-03").remember(note(20));
        at("2026-03-01").remember(note(30));

        assertEquals(Optional.empty(), at("2032-01-29").aged(SIX_YEARS).map(Checkpoint::size));
        assertEquals(Optional.of(10L), at("2032-01-30").aged(SIX_YEARS).map(Checkpoint::size));
        assertEquals(Optional.of(20L), at("2032-02-29").aged(SIX_YEARS).map(Checkpoint::size));
        assertEquals(Optional.of(30L), at("2032-02-29").aged(Period.ofYears(1)).map(Checkpoint::size));
    }

    /** Somebody looks how the log was at an older checkpoint. */
    @Test
    void anOlderCheckpointReplacesNoNewerOne() throws IOException {
        at("2026-01-30").remember(note(40));
        at("2026-01-31").remember(note(30));
        assertEquals(List.of(40L, 40L), at("2026-01-31").kept().stream().map(Checkpoint::size).toList());
    }

    @Test
    void aMemoryThatWasTouchedIsNotBelieved() throws IOException {
        at("2026-01-30").remember(note(40));
        Path file = folder.resolve("checkpoint-2026-01-30");
        Files.writeString(file, Files.readString(file).replace("\n40\n", "\n41\n"));
        assertTrue(assertThrows(IOException.class, () -> at("2026-01-31").kept()).getMessage()
                .startsWith(file + " is of no use: "));
    }

    private AuditorMemory at(String day) throws IOException {
        return new AuditorMemory(folder, SampleLog.trust(),
                Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC));
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] note(int size) {
        List<byte[]> entries = SampleLog.entries(size);
        return SampleLog.checkpoint(size, SampleLog.tree(entries).root(0, size)).bytes();
    }
}

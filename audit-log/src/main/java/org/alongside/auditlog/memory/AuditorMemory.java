package org.alongside.auditlog.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.alongside.auditlog.note.Checkpoint;
import org.alongside.auditlog.note.SignedNote;
import org.alongside.auditlog.note.Trust;
import org.alongside.auditlog.note.UntrustedNote;

/**
 * What an auditor remembers of a log from one verification to the next, in a folder: {@code checkpoint} is that of the last sound log,
 * which every later one has to continue, and beside it stands the first of each month.
 */
public final class AuditorMemory {

    private final Path folder;
    private final Trust trust;
    private final Clock clock;
    private final MonthlyCheckpoints monthly;

    /**
     * @param folder made when it is not there
     * @param trust  which log, and whose signatures count
     * @param clock  of the auditor: it alone says how old a kept checkpoint is
     */
    public AuditorMemory(Path folder, Trust trust, Clock clock) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.trust = trust;
        this.clock = clock;
        this.monthly = new MonthlyCheckpoints(folder);
    }

    /**
     * All that a later log has to continue.
     *
     * @throws IOException when one is not signed by the log: nothing is believed of a memory that was touched
     */
    public List<Checkpoint> kept() throws IOException {
        List<Checkpoint> kept = new ArrayList<>();
        for (Path file : monthly.all().values()) {
            kept.add(open(file));
        }
        newest().ifPresent(kept::add);
        return kept;
    }

    /**
     * The newest of those kept for at least that long: what it covers the log may have removed.
     *
     * @param agreed how long the log has to keep its entries
     */
    public Optional<Checkpoint> aged(Period agreed) throws IOException {
        Map.Entry<LocalDate, Path> newest = monthly.all().floorEntry(LocalDate.now(clock).minus(agreed));
        return newest == null ? Optional.empty() : Optional.of(open(newest.getValue()));
    }

    /** @param note signed checkpoint of a log that was verified just now */
    public void remember(byte[] note) throws IOException {
        monthly.keep(note, LocalDate.now(clock));
        long size = Checkpoint.parse(SignedNote.parse(note).text()).size();
        Optional<Checkpoint> before = newest();
        if (before.isEmpty() || before.get().size() <= size) {
            Path written = Files.write(folder.resolve("checkpoint.new"), note);
            Files.move(written, folder.resolve("checkpoint"), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Optional<Checkpoint> newest() throws IOException {
        try {
            return Optional.of(open(folder.resolve("checkpoint")));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Checkpoint open(Path file) throws IOException {
        try {
            return trust.openSigned(SignedNote.parse(Files.readAllBytes(file)));
        } catch (UntrustedNote | IllegalArgumentException e) {
            throw new IOException(file + " is of no use: " + e.getMessage(), e);
        }
    }
}

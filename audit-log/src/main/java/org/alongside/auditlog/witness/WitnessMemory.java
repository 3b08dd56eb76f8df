package org.alongside.auditlog.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;

import org.alongside.auditlog.Sha256;
import org.alongside.auditlog.memory.MonthlyCheckpoints;
import org.alongside.auditlog.note.SignedNote;

/**
 * Files in which a witness remembers the newest checkpoint of a log: {@code <SHA-256 of the origin in hex>/checkpoint} under one
 * folder, which a web server can publish as it is.
 *
 * @see <a href="https://c2sp.org/tlog-witness">C2SP tlog-witness, "Monitor Retrieval Mechanism"</a>
 */
final class WitnessMemory implements Closeable {

    private final Path folder;
    private final FileChannel lock;

    /** Waits until no other process has the memory of this log open: what was checked is what is replaced. */
    WitnessMemory(Path root, String origin) throws IOException {
        byte[] hash = Sha256.digest().digest(origin.getBytes(UTF_8));
        this.folder = Files.createDirectories(root.resolve(HexFormat.of().formatHex(hash)));
        this.lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock.lock();
    }

    Optional<byte[]> newest() throws IOException {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve("checkpoint")));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * On disk when this returns; a crash leaves the one before or this one, never a part of it. The first of each month stays beside it.
     */
    void replace(SignedNote cosigned, LocalDate today) throws IOException {
        new MonthlyCheckpoints(folder).keep(cosigned.bytes(), today);
        Path written = folder.resolve("checkpoint.new");
        write(written, cosigned.bytes());
        Files.move(written, folder.resolve("checkpoint"), StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(folder)) {
            directory.force(true);
        }
    }

    /** Keeps a signed checkpoint that contradicts another: it proves that the log did wrong. */
    Path keepAsEvidence(SignedNote refused) throws IOException {
        byte[] bytes = refused.bytes();
        Path evidence = folder.resolve("refused-" + HexFormat.of().formatHex(Sha256.digest().digest(bytes), 0, 8));
        write(evidence, bytes);
        return evidence;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            out.write(ByteBuffer.wrap(bytes));
            out.force(true);
        }
    }
}

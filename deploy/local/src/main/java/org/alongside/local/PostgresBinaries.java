package org.alongside.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

import com.sun.security.auth.module.UnixSystem;

/** PostgreSQL's programs, unpacked once for a checkout. */
final class PostgresBinaries {

    private static final Set<PosixFilePermission> EXECUTABLE = EnumSet.of(PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE);

    private final Path directory;

    private PostgresBinaries(Path directory) {
        this.directory = directory;
    }

    /** Unpacks the archive when that has not been done yet; several programs may do so at the same time. */
    static PostgresBinaries of(Checkout checkout) {
        Path directory = checkout.postgresBinaries();
        Path lock = directory.resolveSibling("postgres.lock");
        if (!Files.isDirectory(directory)) {
            Path archive = checkout.postgresArchive();
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                unpackOnce(archive, directory);
            } catch (IOException e) {
                throw new StackException("Cannot unpack " + archive + ": " + e.getMessage(), e);
            }
        }
        return new PostgresBinaries(directory);
    }

    /**
     * The command that runs a program of PostgreSQL. PostgreSQL refuses to run as root; root runs it in a user namespace
     * in which it is nobody, while the files stay root's.
     */
    List<String> command(String program, Stream<String> arguments) {
        Stream<String> line = Stream.concat(Stream.of(directory.resolve("bin").resolve(program).toString()), arguments);
        return (isRoot() ? Stream.concat(asNobody(), line) : line).toList();
    }

    private static Stream<String> asNobody() {
        try {
            PartProcess.run("unshare", "-U", "true");
        } catch (StackException e) {
            throw new StackException("PostgreSQL refuses to run as root, and here root may not make the user namespace"
                    + " in which it would run: run this as an ordinary user.", e);
        }
        return Stream.of("unshare", "-U");
    }

    private static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }

    private static void unpackOnce(Path archive, Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path part = Files.createTempDirectory(directory.getParent(), "postgres-unpacking");
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, part.resolve(entry.getName()));
            }
        }
        Files.setPosixFilePermissions(part, EXECUTABLE);
        Files.move(part, directory);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(target, EXECUTABLE);
            }
        }
    }
}

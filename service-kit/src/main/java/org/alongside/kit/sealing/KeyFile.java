package org.alongside.kit.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file of secret keys outside the database: only its owner can read it, and it is never seen half-written, and overwritten only
 * on purpose.
 */
public final class KeyFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path path;
    private final String setting;

    /** @param setting that names the file, for messages */
    public KeyFile(Path path, String setting) {
        this.path = path.toAbsolutePath();
        this.setting = setting;
    }

    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * Its content.
     *
     * @throws UncheckedIOException  when it cannot be read; the message says what to check
     * @throws IllegalStateException when others than its owner may use it
     */
    public String read() {
        try {
            refuseOpenToOthers(Files.getPosixFilePermissions(path));
            return Files.readString(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The key file " + path + " cannot be read. Check " + setting
                            + " and the rights on the file and its folders.",
                    failure);
        }
    }

    private void refuseOpenToOthers(Set<PosixFilePermission> permissions) {
        if (permissions.stream().anyMatch(permission -> !permission.name().startsWith("OWNER_"))) {
            throw new IllegalStateException("The key file " + path + " is open to others ("
                    + PosixFilePermissions.toString(permissions) + "). Run: chmod 600 " + path);
        }
    }

    /** When another process was first, its file stays and this content is dropped. */
    public void create(String content) {
        try {
            Files.createDirectories(path.getParent());
            Path written = Files.createTempFile(path.getParent(), ".key", ".new",
                    PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            try {
                writeThrough(written, content);
                Files.createLink(path, written);
            } finally {
                Files.delete(written);
            }
        } catch (FileAlreadyExistsException otherWasFirst) {
            return;
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The key file " + path + " cannot be made. Check that its folder is writable.",
                    failure);
        }
    }

    /** Puts other content in its place, at once and for good. */
    public void replace(String content) {
        try {
            Path written = Files.createTempFile(path.getParent(), ".key", ".new",
                    PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            writeThrough(written, content);
            Files.move(written, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The key file " + path + " cannot be replaced. Check that its folder is writable.",
                    failure);
        }
    }

    private static void writeThrough(Path file, String content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}

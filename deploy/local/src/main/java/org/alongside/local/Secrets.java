package org.alongside.local;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** Random passwords, each made once for a home and kept in a file that only its owner can read. */
final class Secrets {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path directory;

    Secrets(Home home) {
        this.directory = home.keys();
    }

    /** The secret of that name: 24 random bytes in base64url. */
    synchronized String get(String name) {
        Path file = file(name);
        try {
            return Files.exists(file) ? Files.readString(file) : create(file);
        } catch (IOException e) {
            throw new StackException("Cannot read or write the password file " + file + ": " + e.getMessage(), e);
        }
    }

    Path file(String name) {
        return directory.resolve(name + ".password");
    }

    private static String create(Path file) throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try (FileChannel channel = FileChannel.open(file, Set.of(CREATE_NEW, WRITE), OWNER_ONLY)) {
            channel.write(ByteBuffer.wrap(secret.getBytes(StandardCharsets.UTF_8)));
        }
        return secret;
    }
}

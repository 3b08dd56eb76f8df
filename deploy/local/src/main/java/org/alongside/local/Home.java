package org.alongside.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The directory in which a local stack keeps all of its state. Deleting it, once the stack is down, forgets everything. */
public record Home(Path directory) {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    public Home {
        directory = directory.toAbsolutePath().normalize();
    }

    /** What the part has stored. */
    public Path data(String part) {
        return in("data", part);
    }

    /** What the part has printed, over all of its starts. */
    public Path log(String part) {
        return in("logs", part + ".log");
    }

    /** Which process the part is. */
    Path pid(String part) {
        return in("run", part + ".pid");
    }

    /** The ports of the last start. */
    Path ports() {
        return in("run", "ports.properties");
    }

    /** Held by the run of the launcher that is changing what runs. */
    Path lock() {
        return in("run", "lock");
    }

    /** What an auditor on this machine remembers of the access log. */
    Path auditor() {
        return in("auditor", "trust").getParent();
    }

    /** Passwords and keys, readable by their owner only. */
    public Path keys() {
        Path keys = directory.resolve("keys");
        try {
            Files.createDirectories(directory);
            if (!Files.isDirectory(keys)) {
                Files.createDirectory(keys, OWNER_ONLY);
            }
            return keys;
        } catch (IOException e) {
            throw new StackException("Cannot create " + keys + ": " + e.getMessage(), e);
        }
    }

    private Path in(String folder, String name) {
        Path parent = directory.resolve(folder);
        try {
            Files.createDirectories(parent);
        } catch (IOException e) {
            throw new StackException("Cannot create " + parent + ": " + e.getMessage(), e);
        }
        return parent.resolve(name);
    }
}

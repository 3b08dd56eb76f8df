package org.alongside.referral;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Published schemas, examples and directories to try things on. They are not part of the project: tests that need them say so
 * and are skipped where the folder is absent.
 */
public final class SharedData {

    private static final String PROPERTY = "alongside.shared-data";

    private SharedData() {}

    /** @param path within the folder, which property {@code alongside.shared-data} names, else {@code ../shared/data} */
    public static Path at(String path) {
        String beside = System.getProperty("alongside.root") + "/../shared/data";
        Path folder = Path.of(System.getProperty(PROPERTY, beside)).toAbsolutePath().normalize();
        assumeTrue(Files.isDirectory(folder),
                "SKIPPED, not checked: there is no folder " + folder + "; name one with -D"
                        + PROPERTY + "=FOLDER");
        return folder.resolve(path);
    }
}

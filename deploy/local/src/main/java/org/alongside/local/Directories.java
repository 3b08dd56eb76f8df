package org.alongside.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole trees of files. */
final class Directories {

    private Directories() {}

    /** Deletes the directory with all that is in it; links are deleted, not followed. Does nothing when it is absent. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> contentFirst;
        try (Stream<Path> tree = Files.walk(directory)) {
            contentFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : contentFirst) {
            Files.delete(path);
        }
    }
}

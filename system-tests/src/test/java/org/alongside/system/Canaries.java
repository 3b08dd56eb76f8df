package org.alongside.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.alongside.local.Part;

/** Looks for a value where it must not be readable. */
final class Canaries {

    private Canaries() {}

    /** In no table, no topic and no log of the running suite. */
    static void assertNowhere(String mark) throws IOException {
        for (String database : SystemStack.databases()) {
            assertEquals(List.of(), tablesWith(database, mark), "Readable in database " + database);
        }
        assertNotIn(SystemStack.running().kafka().data(), mark);
        for (Part part : SystemStack.running().parts()) {
            assertNotIn(part.log(), mark);
        }
    }

    /** Rows as text, and sealed columns as the hexadecimal that they print as. */
    private static List<String> tablesWith(String database, String mark) {
        String hex = HexFormat.of().formatHex(mark.getBytes(StandardCharsets.UTF_8));
        return SystemStack.strings(database, "select tablename from pg_tables where schemaname = 'public'").stream()
                .filter(table -> SystemStack.count(database, "select count(*) from \"" + table
                        + "\" t where strpos(t::text, ?) > 0 or strpos(t::text, ?) > 0", mark, hex) > 0)
                .toList();
    }

    static void assertNotIn(Path root, String mark) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> hits = files.filter(Files::isRegularFile).filter(file -> contains(file, mark)).toList();
            assertEquals(List.of(), hits, "Readable in files");
        }
    }

    static boolean contains(Path file, String mark) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(mark);
        } catch (NoSuchFileException goneMeanwhile) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package org.alongside.kit.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way from one key-encryption key to the next, as an operator goes it, and what opens with which file. */
class KeysetToolTest {

    private static final byte[] WORDS = "I need a lawyer".getBytes(UTF_8);

    @TempDir
    Path folder;

    private final UUID client = UUID.randomUUID();
    private Path file;
    private byte[] wrapped;
    private byte[] sealed;

    @BeforeEach
    void aFileAndSomethingSealedByIt() {
        file = folder.resolve("keyset.json");
        MasterKeys keys = new MasterKeys(config(true));
        DataKey key = DataKey.generate("kit", client);
        wrapped = key.wrap(keys);
        sealed = key.seal("note.text", WORDS);
    }

    @Test
    void addedItOpensPromotedItWrapsAndRemovedNothingOfItOpens() throws IOException {
        String first = list().get(0).split(" ")[0];
        String second = run("add").replaceAll("\\D+(\\d+)\\D.*", "$1").strip();
        assertEquals(List.of(first + " wraps", second + " opens"), list());
        run("promote", second);
        assertEquals(List.of(first + " opens", second + " wraps"), list());

        DataKey key = DataKey.unwrap("kit", client, wrapped, keys());
        byte[] anew = key.wrap(keys());
        run("remove", first);
        assertEquals(List.of(second + " wraps"), list());
        assertArrayEquals(WORDS, DataKey.unwrap("kit", client, anew, keys()).open("note.text", sealed));
        assertThrows(IllegalStateException.class, () -> DataKey.unwrap("kit", client, wrapped, keys()),
                "a backup from before, with today's file");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void theKeyThatWrapsIsNotRemovedAndNoneThatThereIsNot() throws IOException {
        String only = list().get(0).split(" ")[0];
        String before = Files.readString(file);
        assertTrue(assertThrows(IllegalStateException.class, () -> run("remove", only)).getMessage()
                .contains("Promote another"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> run("promote", "1")).getMessage()
                .contains(only + " wraps"));
        for (String[] wrong : new String[][]{{"remove"}, {"promote", "x"}, {"frobnicate"}}) {
            assertTrue(assertThrows(IllegalArgumentException.class, () -> run(wrong)).getMessage()
                    .startsWith("Usage"));
        }
        assertEquals(before, Files.readString(file));
    }

    private List<String> list() {
        return run("list").lines().toList();
    }

    private String run(String... command) {
        String[] arguments = new String[command.length + 1];
        arguments[0] = file.toString();
        System.arraycopy(command, 0, arguments, 1, command.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        KeysetTool.run(arguments, new PrintStream(out, true, UTF_8));
        return out.toString(UTF_8);
    }

    private MasterKeys keys() {
        return new MasterKeys(config(false));
    }

    private SealingConfig config(boolean create) {
        return new SealingConfig() {
            @Override
            public Path keysetFile() {
                return file;
            }

            @Override
            public boolean createKeysetIfAbsent() {
                return create;
            }
        };
    }
}

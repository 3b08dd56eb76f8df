package org.alongside.kit.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;

import org.alongside.kit.time.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataKeyTest {

    private static final byte[] WORDS = "I need a lawyer".getBytes(StandardCharsets.UTF_8);
    private static final String FIELD = "client.identity";

    @TempDir
    Path folder;

    private final UUID client = Ids.next();
    private MasterKeys master;
    private DataKey key;

    @BeforeEach
    void makeKeys() {
        master = TestKeys.in(folder);
        key = DataKey.generate("intake", client);
    }

    @Test
    void opensWhatItSealed() {
        byte[] sealed = key.seal(FIELD, WORDS);
        assertArrayEquals(WORDS, key.open(FIELD, sealed));
        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("lawyer"));
        assertFalse(Arrays.equals(sealed, key.seal(FIELD, WORDS)), "equal values must not look equal");
    }

    @Test
    void opensAfterWrapping() {
        byte[] sealed = key.seal(FIELD, WORDS);
        DataKey again = DataKey.unwrap("intake", client, key.wrap(master), master);
        assertArrayEquals(WORDS, again.open(FIELD, sealed));
    }

    @Test
    void refusesEveryChangedByte() {
        byte[] sealed = key.seal(FIELD, WORDS);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThrows(IllegalStateException.class, () -> key.open(FIELD, changed), "byte " + i);
        }
        assertThrows(IllegalStateException.class, () -> key.open(FIELD, new byte[0]));
        assertThrows(IllegalStateException.class, () -> key.open(FIELD, Arrays.copyOf(sealed, 5)));
    }

    @Test
    void refusesAnotherField() {
        byte[] sealed = key.seal(FIELD, WORDS);
        assertThrows(IllegalStateException.class, () -> key.open("client.contact", sealed));
    }

    @Test
    void wrappedKeyUnwrapsForItsClientAndServiceOnly() {
        byte[] wrapped = key.wrap(master);
        assertThrows(IllegalStateException.class, () -> DataKey.unwrap("intake", Ids.next(), wrapped, master));
        assertThrows(IllegalStateException.class, () -> DataKey.unwrap("planning", client, wrapped, master));
    }

    @Test
    void anotherClientsKeyOpensNothing() {
        byte[] sealed = key.seal(FIELD, WORDS);
        DataKey other = DataKey.generate("intake", Ids.next());
        assertThrows(IllegalStateException.class, () -> other.open(FIELD, sealed));
    }

    @Test
    void rotationKeepsValuesAndLeavesTheOldKeyBehind() {
        byte[] sealed = key.seal(FIELD, WORDS);
        MasterKeys rotated = master.withNewKeyEncryptionKey();
        DataKey old = DataKey.unwrap("intake", client, key.wrap(master), rotated);
        byte[] wrappedAnew = old.wrap(rotated);
        assertArrayEquals(WORDS, DataKey.unwrap("intake", client, wrappedAnew, rotated).open(FIELD, sealed));
        assertThrows(IllegalStateException.class, () -> DataKey.unwrap("intake", client, wrappedAnew, master));
        assertTrue(wrappedAnew.length < 128, "fits a row without TOAST");
    }
}

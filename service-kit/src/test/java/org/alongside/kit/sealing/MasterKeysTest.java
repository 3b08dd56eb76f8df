package org.alongside.kit.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeysTest {

    @TempDir
    Path folder;

    @Test
    void missingFileIsRefusedWithWhatToDo() {
        String message = refusal(config(false));
        assertTrue(message.contains(file().toString()) && message.contains("create-keyset-if-absent"), message);
        assertFalse(Files.exists(file()));
    }

    @Test
    void madeFileIsPrivateAndLoadsAgain() throws IOException {
        byte[] encrypted = new MasterKeys(config(true)).encryptCursor(new byte[]{7}, new byte[0]);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        assertArrayEquals(new byte[]{7}, decrypt(new MasterKeys(config(false)), encrypted));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count(), "no half-written file is left");
        }
    }

    @Test
    void anExistingFileIsNeverOverwritten() throws IOException {
        new MasterKeys(config(true));
        String content = Files.readString(file());
        new KeyFile(file(), "alongside.sealing.keyset-file").create("other");
        new MasterKeys(config(true));
        assertEquals(content, Files.readString(file()));
    }

    @Test
    void fileOpenToOthersIsRefused() throws IOException {
        new MasterKeys(config(true));
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
        assertTrue(refusal(config(false)).contains("chmod 600 " + file()));
    }

    @Test
    void damagedFileIsRefusedWithoutQuotingIt() throws IOException {
        new MasterKeys(config(true));
        Files.writeString(file(), Files.readString(file()).replace("keyData", "keyDat"));
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> new MasterKeys(config(false)));
        assertTrue(refused.getMessage().contains("damaged"), refused.getMessage());
        assertNull(refused.getCause());
    }

    @Test
    void newKeyEncryptionKeyStandsInFront() {
        MasterKeys keys = new MasterKeys(config(true));
        MasterKeys rotated = keys.withNewKeyEncryptionKey();
        assertFalse(keys.primaryKeyEncryptionId() == rotated.primaryKeyEncryptionId());
        assertEquals(keys.primaryKeyEncryptionId(), new MasterKeys(config(false)).primaryKeyEncryptionId());
    }

    private static byte[] decrypt(MasterKeys keys, byte[] encrypted) {
        return Crypto.call(() -> keys.decryptCursor(encrypted, new byte[0]));
    }

    private String refusal(SealingConfig config) {
        return assertThrows(IllegalStateException.class, () -> new MasterKeys(config)).getMessage();
    }

    private Path file() {
        return folder.resolve("keys.json");
    }

    private SealingConfig config(boolean create) {
        return TestKeys.config(file(), create);
    }
}

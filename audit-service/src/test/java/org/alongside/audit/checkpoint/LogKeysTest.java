package org.alongside.audit.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.alongside.auditlog.note.KeyType;
import org.alongside.auditlog.note.SignerKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogKeysTest {

    private static final String ORIGIN = "log.example/access";

    @TempDir
    Path folder;

    @Test
    void bothKeysSignTheSizesThatTheyShare() throws IOException {
        SignerKey old = SignerKey.generate(ORIGIN, KeyType.ED25519);
        SignerKey next = SignerKey.generate(ORIGIN, KeyType.ED25519);
        LogKeys keys = keys(false, key(file("old", old.secret()), 0, OptionalLong.of(200)),
                key(file("next", next.secret()), 100, OptionalLong.empty()));
        assertEquals(List.of(old.verifier()), signing(keys, 99));
        assertEquals(List.of(old.verifier(), next.verifier()), signing(keys, 100));
        assertEquals(List.of(old.verifier(), next.verifier()), signing(keys, 199));
        assertEquals(List.of(next.verifier()), signing(keys, 200));
    }

    @Test
    void aSizeThatNoKeySignsIsSaid() throws IOException {
        SignerKey key = SignerKey.generate(ORIGIN, KeyType.ED25519);
        LogKeys keys = keys(false, key(file("old", key.secret()), 0, OptionalLong.of(5)));
        assertTrue(assertThrows(IllegalStateException.class, () -> keys.signing(5)).getMessage().contains("5 entries"));
    }

    @Test
    void aMissingKeyStopsTheStartUnlessOneIsToBeMade() {
        Path file = folder.resolve("none");
        assertTrue(assertThrows(IllegalStateException.class, () -> keys(false, key(file, 0, OptionalLong.empty())))
                .getMessage().contains(file.toString()));
        LogKeys made = keys(true, key(file, 0, OptionalLong.empty()));
        assertEquals(signing(made, 1), signing(keys(false, key(file, 0, OptionalLong.empty())), 1));
    }

    @Test
    void theKeyOfAnotherLogAndAFileOpenToOthersStopTheStart() throws IOException {
        Path other = file("other", SignerKey.generate("log.example/other", KeyType.ED25519).secret());
        assertThrows(IllegalStateException.class, () -> keys(false, key(other, 0, OptionalLong.empty())));
        Path open = file("open", SignerKey.generate(ORIGIN, KeyType.ED25519).secret());
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r-----"));
        assertThrows(IllegalStateException.class, () -> keys(false, key(open, 0, OptionalLong.empty())));
    }

    private static List<?> signing(LogKeys keys, long size) {
        return keys.signing(size).stream().map(SignerKey::verifier).toList();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(Files.createFile(folder.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))), content);
    }

    private static CheckpointConfig.Key key(Path file, long from, OptionalLong until) {
        return new CheckpointConfig.Key() {
            @Override
            public Path file() {
                return file;
            }

            @Override
            public long from() {
                return from;
            }

            @Override
            public OptionalLong until() {
                return until;
            }
        };
    }

    private static LogKeys keys(boolean create, CheckpointConfig.Key... keys) {
        return new LogKeys(new CheckpointConfig() {
            @Override
            public String origin() {
                return ORIGIN;
            }

            @Override
            public List<Key> keys() {
                return Stream.of(keys).toList();
            }

            @Override
            public boolean createKeyIfAbsent() {
                return create;
            }

            @Override
            public String checkpointEvery() {
                return "1s";
            }

            @Override
            public Duration checkpointWindow() {
                return Duration.ofDays(1);
            }
        });
    }
}

package org.alongside.kit.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.alongside.kit.system.SystemJobs;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.alongside.kit.time.Ids;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Data keys in a real database, under its row-level security. */
@QuarkusTest
class ClientKeysTest {

    private static final byte[] WORDS = "I need a lawyer".getBytes(StandardCharsets.UTF_8);
    private static final String FIELD = "note.text";
    private static final String KEYS_OF_CLIENT = "select kek_id || ' ' || encode(wrapped, 'hex') from client_key where client_id = ?";

    @Inject
    SystemJobs jobs;

    @Inject
    Sealer sealer;

    @Inject
    ClientKeys keys;

    @Inject
    MasterKeys master;

    @Inject
    EntityManager entities;

    @Inject
    OpenedKeys opened;

    private final Database database = new Database("kit");
    private final UUID client = Ids.next();

    @Test
    void aKeyIsMadeOnFirstUseAndUsedAgain() throws Exception {
        byte[] one = job(() -> sealer.seal(client, FIELD, WORDS));
        byte[] other = job(() -> sealer.seal(client, FIELD, WORDS));
        assertEquals(1, stored().size());
        assertArrayEquals(WORDS, job(() -> sealer.open(client, FIELD, one)));
        assertArrayEquals(WORDS, job(() -> sealer.open(client, FIELD, other)));
    }

    @Test
    void aSealedValueOpensForNoOtherClientOrField() throws Exception {
        UUID other = Ids.next();
        byte[] sealed = job(() -> sealer.seal(client, FIELD, WORDS));
        job(() -> sealer.seal(other, FIELD, WORDS));
        assertThrows(IllegalStateException.class, () -> job(() -> sealer.open(other, FIELD, sealed)));
        assertThrows(IllegalStateException.class, () -> job(() -> sealer.open(client, "note.author", sealed)));
        assertThrows(IllegalStateException.class, () -> job(() -> sealer.open(Ids.next(), FIELD, sealed)));
    }

    @Test
    void aKeyMadeInATransactionThatFailsIsNotKept() throws Exception {
        assertThrows(IllegalArgumentException.class, () -> job(() -> {
            sealer.seal(client, FIELD, WORDS);
            throw new IllegalArgumentException();
        }));
        assertEquals(List.of(), stored());
    }

    @Test
    void withoutAnAccessContextTheLoginOfRequestsSeesNoKeys() throws Exception {
        job(() -> sealer.seal(client, FIELD, WORDS));
        String count = "select count(*) from client_key where client_id = ?";
        assertEquals(0, database.countAs("kit_app", null, count, client));
        assertEquals(1, database.countAs("kit_app", Tokens.FAMILY_SERVICES, count, client));
        assertEquals(0, database.countAs("kit_system", null, count, client));
    }

    @Test
    void rotationWrapsAnewInBatchesAndValuesStillOpen() throws Exception {
        UUID second = Ids.next();
        byte[] sealed = job(() -> sealer.seal(client, FIELD, WORDS));
        job(() -> sealer.seal(second, FIELD, WORDS));
        String before = stored().get(0);
        ClientKeys rotated = new ClientKeys(entities, master.withNewKeyEncryptionKey(), opened, Clock.systemUTC(),
                "kit");
        try {
            assertEquals(1, job(() -> rotated.rewrap(1)));
            while (job(() -> rotated.rewrap(100)) > 0) {
                assertTrue(stored().size() == 1, "a batch changes rows, it makes none");
            }
            assertTrue(!before.equals(stored().get(0)), "wrapped anew");
            assertArrayEquals(WORDS, job(() -> rotated.forOpening(client).open(FIELD, sealed)));
        } finally {
            dropKeysOfThisTest();
        }
        assertThrows(IllegalStateException.class, () -> job(() -> sealer.open(client, FIELD, sealed)));
    }

    @Test
    void aDestroyedKeyOpensAndSealsNothingEverAgain() throws Exception {
        byte[] sealed = job(() -> sealer.seal(client, FIELD, WORDS));
        job(() -> {
            keys.destroy(client);
            return null;
        });
        assertEquals(List.of("t"), database.strings(
                "select wrapped is null and kek_id is null and destroyed_at is not null from client_key where client_id = ?",
                client));
        assertThrows(DestroyedKeyException.class, () -> job(() -> sealer.open(client, FIELD, sealed)));
        assertThrows(DestroyedKeyException.class, () -> job(() -> sealer.seal(client, FIELD, WORDS)));
        UUID neverSeen = Ids.next();
        job(() -> {
            keys.destroy(neverSeen);
            keys.destroy(neverSeen);
            return null;
        });
        assertThrows(DestroyedKeyException.class, () -> job(() -> sealer.seal(neverSeen, FIELD, WORDS)));
    }

    /** Other tests of this module use the keys of the file; rows under the key that only this test had are dropped. */
    private void dropKeysOfThisTest() throws SQLException {
        database.run("delete from client_key where kek_id <> ?", master.primaryKeyEncryptionId());
    }

    private List<String> stored() {
        return database.strings(KEYS_OF_CLIENT, client);
    }

    @SuppressWarnings("unchecked")
    private <T> T job(Callable<T> work) throws Exception {
        return (T) jobs.run("sealing-test", (Callable<Object>) (Callable<?>) work);
    }
}

package org.alongside.auditlog.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.alongside.auditlog.note.SignedNote;
import org.alongside.auditlog.note.UntrustedNote;
import org.alongside.auditlog.testing.SampleLog;
import org.alongside.auditlog.tile.TileReader;
import org.alongside.auditlog.tree.InclusionProof;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofBundleTest {

    private static final List<byte[]> ENTRIES = SampleLog.entries(700);
    private static final Map<String, byte[]> FILES = SampleLog.files(ENTRIES);
    private static SignedNote checkpoint;

    @BeforeAll
    static void read() {
        checkpoint = SignedNote.parse(FILES.get("checkpoint"));
    }

    private static ProofBundle proof(int index) throws Exception {
        return ProofBundle.of(InclusionProof.of(new TileReader(SampleLog.published(FILES), 700), index, 700),
                checkpoint);
    }

    @Test
    void entriesProveThemselvesFromTheirFiles() throws Exception {
        for (int i = 0; i < ENTRIES.size(); i += 7) {
            ProofBundle read = ProofBundle.parse(proof(i).bytes());
            assertEquals(700, read.verify(ENTRIES.get(i), SampleLog.trust()).size());
            byte[] other = ENTRIES.get((i + 1) % ENTRIES.size());
            assertThrows(IllegalArgumentException.class, () -> read.verify(other, SampleLog.trust()));
        }
    }

    /** The lines of c2sp.org/tlog-proof, "Format". */
    @Test
    void isWrittenAsTheSpecificationSays() throws Exception {
        ProofBundle proof = new ProofBundle(Optional.of("any".getBytes(UTF_8)), 5, proof(5).path(), checkpoint);
        List<String> lines = new String(proof.bytes(), UTF_8).lines().toList();
        assertEquals(List.of("c2sp.org/tlog-proof@v1", "extra YW55", "index 5"), lines.subList(0, 3));
        assertEquals("", lines.get(3 + 10));
        assertEquals(SampleLog.ORIGIN, lines.get(4 + 10));
        assertArrayEquals("any".getBytes(UTF_8), ProofBundle.parse(proof.bytes()).extra().orElseThrow());
        assertArrayEquals(proof.bytes(), ProofBundle.parse(proof.bytes()).bytes());
    }

    /** No byte of the file is without meaning. */
    @Test
    void everyByteFlipped() throws Exception {
        byte[] file = proof(300).bytes();
        for (int i = 0; i < file.length; i++) {
            byte[] flipped = file.clone();
            flipped[i] ^= 1;
            assertThrows(Exception.class, () -> ProofBundle.parse(flipped).verify(ENTRIES.get(300), SampleLog.trust()),
                    "byte " + i);
        }
    }

    @Test
    void aCheckpointThatNobodyIsToBelieveProvesNothing() throws Exception {
        ProofBundle proof = proof(1);
        SignedNote unwitnessed = new SignedNote(checkpoint.text(), checkpoint.signatures().subList(0, 1));
        ProofBundle weaker = new ProofBundle(proof.extra(), 1, proof.path(), unwitnessed);
        assertThrows(UntrustedNote.class, () -> weaker.verify(ENTRIES.get(1), SampleLog.trust()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2sp.org/tlog-proof@v2\nindex 0\n\nNOTE", "c2sp.org/tlog-proof@v1\n\nNOTE",
            "c2sp.org/tlog-proof@v1\nindex 01\n\nNOTE", "c2sp.org/tlog-proof@v1\nindex -1\n\nNOTE",
            "c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\nNOTE", "c2sp.org/tlog-proof@v1\nindex 0\n\n",
            "c2sp.org/tlog-proof@v1\nindex 0\n",
            "c2sp.org/tlog-proof@v1\r\nindex 0\n\nNOTE", "c2sp.org/tlog-proof@v1\nindex 0\nextra YQ==\n\nNOTE"})
    void whatIsNoProof(String text) {
        assertThrows(IllegalArgumentException.class,
                () -> ProofBundle.parse(text.replace("NOTE", checkpoint.toString()).getBytes(UTF_8)));
    }
}

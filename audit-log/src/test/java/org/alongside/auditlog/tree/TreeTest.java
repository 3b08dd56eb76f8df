package org.alongside.auditlog.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.alongside.auditlog.testing.ReferenceTree;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;

/** Against {@link ReferenceTree}, and inclusion proofs against the verifier of sigstore-java. */
class TreeTest {

    private static final int SMALL = 300;
    private static final int LARGE = 70_000;
    private static final ReferenceTree REFERENCE = new ReferenceTree();
    /** Hashes of full subtrees, from the reference. */
    private static final HashSource HASHES = (level, index) -> REFERENCE.root((int) (index << level),
            (int) (index + 1 << level));

    @BeforeAll
    static void grow() {
        for (int i = 0; i < LARGE; i++) {
            REFERENCE.add(("entry " + i).getBytes(UTF_8));
        }
    }

    @Test
    void rootOfEverySmallSize() {
        TreeState state = TreeState.empty();
        for (int size = 0; size <= SMALL; size++) {
            assertEquals(size, state.size());
            assertArrayEquals(REFERENCE.root(0, size), state.root(), "size " + size);
            state = state.append(REFERENCE.leaves().subList(size, size + 1));
        }
    }

    /** The hash of nothing, as RFC 6962 §2.1 has it. */
    @Test
    void emptyRoot() {
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                Hex.toHexString(TreeState.empty().root()));
    }

    @Test
    void rootAfterBatchesOfAnySize() {
        Random random = new Random(1);
        TreeState state = TreeState.empty();
        while (state.size() < LARGE) {
            int from = (int) state.size();
            int to = Math.min(LARGE, from + random.nextInt(2_000));
            state = TreeState.parse(state.append(REFERENCE.leaves().subList(from, to)).bytes());
            assertArrayEquals(REFERENCE.root(0, to), state.root(), "size " + to);
        }
    }

    @Test
    void stateHasOneByteForm() {
        TreeState state = TreeState.empty().append(REFERENCE.leaves().subList(0, 11));
        byte[] bytes = state.bytes();
        assertEquals(8 + 3 * 32, bytes.length);
        assertEquals("000000000000000b" + Hex.toHexString(REFERENCE.root(0, 8)) + Hex.toHexString(REFERENCE.root(8, 10))
                + Hex.toHexString(REFERENCE.root(10, 11)), Hex.toHexString(bytes));
        assertEquals(state, TreeState.parse(bytes));
        bytes[7] = 12;
        assertThrows(IllegalArgumentException.class, () -> TreeState.parse(bytes));
        assertThrows(IllegalArgumentException.class, () -> TreeState.parse(Arrays.copyOf(bytes, bytes.length - 1)));
        assertThrows(IllegalArgumentException.class, () -> TreeState.parse(new byte[0]));
    }

    @Test
    void everyInclusionProofOfEverySmallSize() throws Exception {
        for (int size = 1; size <= SMALL; size++) {
            for (int index = 0; index < size; index++) {
                checkInclusion(index, size);
            }
        }
    }

    @Test
    void inclusionProofsOfLargeSizes() throws Exception {
        Random random = new Random(2);
        for (int i = 0; i < 1_000; i++) {
            int size = 1 + random.nextInt(LARGE);
            checkInclusion(random.nextInt(size), size);
        }
    }

    private static void checkInclusion(int index, int size) throws Exception {
        InclusionProof proof = InclusionProof.of(HASHES, index, size);
        assertHashes(REFERENCE.path(index, 0, size), proof.path(), index + " of " + size);
        byte[] root = REFERENCE.root(0, size);
        assertTrue(proof.proves(REFERENCE.leaves().get(index), root), index + " of " + size);
        InclusionProofVerifier.verify(REFERENCE.leaves().get(index), index, size, proof.path(), root);
    }

    @Test
    void inclusionProofsThatDoNotHold() throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            int size = 2 + random.nextInt(SMALL);
            int index = random.nextInt(size);
            InclusionProof proof = InclusionProof.of(HASHES, index, size);
            byte[] leaf = REFERENCE.leaves().get(index);
            byte[] root = REFERENCE.root(0, size);
            assertFalse(proof.proves(REFERENCE.leaves().get(index + 1), root));
            assertFalse(proof.proves(leaf, REFERENCE.root(0, size + 1)));
            for (List<byte[]> changed : changes(proof.path(), random)) {
                assertFalse(new InclusionProof(index, size, changed).proves(leaf, root));
            }
            int elsewhere = (index + 1 + random.nextInt(size - 1)) % size;
            assertFalse(new InclusionProof(elsewhere, size, proof.path()).proves(leaf, root));
        }
    }

    /** Otherwise its agreement above would mean nothing. */
    @Test
    void theOtherVerifierRefusesToo() throws IOException {
        InclusionProof proof = InclusionProof.of(HASHES, 5, 11);
        assertThrows(InclusionProofVerificationException.class,
                () -> InclusionProofVerifier.verify(REFERENCE.leaves().get(6), 5, 11, proof.path(),
                        REFERENCE.root(0, 11)));
    }

    @Test
    void everyConsistencyProofOfEverySmallSize() throws IOException {
        for (int to = 1; to <= SMALL; to++) {
            for (int from = 1; from <= to; from++) {
                checkConsistency(from, to);
            }
        }
    }

    @Test
    void consistencyProofsOfLargeSizes() throws IOException {
        Random random = new Random(4);
        for (int i = 0; i < 1_000; i++) {
            int to = 1 + random.nextInt(LARGE);
            checkConsistency(1 + random.nextInt(to), to);
        }
    }

    private static void checkConsistency(int from, int to) throws IOException {
        ConsistencyProof proof = ConsistencyProof.of(HASHES, from, to);
        assertHashes(REFERENCE.proof(from, to), proof.path(), from + " to " + to);
        assertTrue(proof.proves(REFERENCE.root(0, from), REFERENCE.root(0, to)), from + " to " + to);
    }

    @Test
    void consistencyProofsThatDoNotHold() throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            int to = 2 + random.nextInt(SMALL);
            int from = 1 + random.nextInt(to - 1);
            ConsistencyProof proof = ConsistencyProof.of(HASHES, from, to);
            byte[] old = REFERENCE.root(0, from);
            byte[] now = REFERENCE.root(0, to);
            assertFalse(proof.proves(REFERENCE.root(1, from + 1), now), from + " to " + to);
            assertFalse(proof.proves(old, REFERENCE.root(1, to + 1)), from + " to " + to);
            for (List<byte[]> changed : changes(proof.path(), random)) {
                assertFalse(new ConsistencyProof(from, to, changed).proves(old, now), from + " to " + to);
            }
        }
    }

    /** The size is not under the root: a path that ends too early or goes on must not pass for a larger or smaller log. */
    @Test
    void aConsistencyProofForAnotherSize() throws IOException {
        byte[] four = REFERENCE.root(0, 4);
        assertFalse(new ConsistencyProof(4, 9, ConsistencyProof.of(HASHES, 4, 5).path()).proves(four,
                REFERENCE.root(0, 5)));
        assertFalse(new ConsistencyProof(4, 5, ConsistencyProof.of(HASHES, 4, 9).path()).proves(four,
                REFERENCE.root(0, 9)));
    }

    @Test
    void growthFromNothingAndToTheSame() {
        byte[] empty = TreeHasher.emptyRoot();
        byte[] seven = REFERENCE.root(0, 7);
        List<byte[]> none = List.of();
        assertTrue(new ConsistencyProof(0, 7, none).proves(empty, seven));
        assertTrue(new ConsistencyProof(7, 7, none).proves(seven, seven));
        assertTrue(new ConsistencyProof(0, 0, none).proves(empty, empty));
        assertFalse(new ConsistencyProof(0, 7, none).proves(seven, seven));
        assertFalse(new ConsistencyProof(0, 0, none).proves(empty, seven));
        assertFalse(new ConsistencyProof(7, 7, none).proves(seven, empty));
        assertFalse(new ConsistencyProof(5, 7, none).proves(REFERENCE.root(0, 5), seven));
        assertThrows(IllegalArgumentException.class, () -> new ConsistencyProof(7, 5, none));
        assertThrows(IllegalArgumentException.class, () -> new InclusionProof(7, 7, none));
    }

    /** One bit of one hash, one hash fewer, one more. */
    private static List<List<byte[]>> changes(List<byte[]> path, Random random) {
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(new byte[TreeHasher.BYTES]);
        if (path.isEmpty()) {
            return List.of(longer);
        }
        List<byte[]> flipped = new ArrayList<>(path.stream().map(byte[]::clone).toList());
        flipped.get(random.nextInt(path.size()))[random.nextInt(TreeHasher.BYTES)] ^= (byte) (1 << random.nextInt(8));
        return List.of(longer, flipped, path.subList(0, path.size() - 1), path.subList(1, path.size()));
    }

    private static void assertHashes(List<byte[]> expected, List<byte[]> hashes, String message) {
        assertEquals(expected.stream().map(Hex::toHexString).toList(), hashes.stream().map(Hex::toHexString).toList(),
                message);
    }
}

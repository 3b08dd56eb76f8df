package org.alongside.auditlog.tree;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * What one has to remember of a Merkle tree to append to it and to tell its root: its size, and the roots of the full subtrees
 * that it consists of, one for each bit of the size. Immutable.
 *
 * <p>
 * Byte form: the size as 8 bytes, big-endian, followed by those roots, 32 bytes each, the largest (leftmost) subtree first. Each
 * state has one form only; at most 8 + 63 × 32 bytes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-2.1">RFC 6962 §2.1</a>
 */
public final class TreeState {

    private static final TreeState EMPTY = new TreeState(0, List.of());

    private final long size;
    private final List<byte[]> peaks;

    private TreeState(long size, List<byte[]> peaks) {
        this.size = size;
        this.peaks = peaks;
    }

    public static TreeState empty() {
        return EMPTY;
    }

    /**
     * @param size  number of entries
     * @param peaks roots of the full subtrees, leftmost first
     * @throws IllegalArgumentException when their number or length does not belong to the size
     */
    public static TreeState of(long size, List<byte[]> peaks) {
        boolean fits = size >= 0 && peaks.size() == Long.bitCount(size)
                && peaks.stream().allMatch(peak -> peak.length == TreeHasher.BYTES);
        if (!fits) {
            throw new IllegalArgumentException("A tree of size " + size + " does not consist of these subtrees");
        }
        return new TreeState(size, peaks.stream().map(byte[]::clone).toList());
    }

    /** @throws IllegalArgumentException when {@link #bytes} gives no such bytes */
    public static TreeState parse(byte[] bytes) {
        if (bytes.length < Long.BYTES || bytes.length % TreeHasher.BYTES != Long.BYTES) {
            throw new IllegalArgumentException("A tree state is 8 bytes and 32 for each subtree, not " + bytes.length);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        long size = in.getLong();
        List<byte[]> peaks = new ArrayList<>();
        while (in.hasRemaining()) {
            byte[] peak = new byte[TreeHasher.BYTES];
            in.get(peak);
            peaks.add(peak);
        }
        return of(size, peaks);
    }

    public byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(Long.BYTES + peaks.size() * TreeHasher.BYTES).putLong(size);
        peaks.forEach(out::put);
        return out.array();
    }

    public long size() {
        return size;
    }

    /** Root of the tree, 32 bytes. */
    public byte[] root() {
        if (peaks.isEmpty()) {
            return TreeHasher.emptyRoot();
        }
        TreeHasher hasher = new TreeHasher();
        byte[] root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = hasher.node(peaks.get(i), root);
        }
        return root.clone();
    }

    /** The tree with these leaves behind the ones that it has. */
    public TreeState append(Collection<byte[]> leafHashes) {
        TreeHasher hasher = new TreeHasher();
        List<byte[]> grown = new ArrayList<>(peaks);
        long newSize = size;
        for (byte[] leaf : leafHashes) {
            grown.add(leaf);
            joinPairs(hasher, grown, newSize++);
        }
        return of(newSize, grown);
    }

    /** Each full subtree at the right end that got a sibling of its height becomes one with it. */
    private static void joinPairs(TreeHasher hasher, List<byte[]> peaks, long sizeBefore) {
        for (long rest = sizeBefore; (rest & 1) == 1; rest >>= 1) {
            byte[] right = peaks.remove(peaks.size() - 1);
            byte[] left = peaks.remove(peaks.size() - 1);
            peaks.add(hasher.node(left, right));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeState state && Arrays.equals(bytes(), state.bytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes());
    }

    @Override
    public String toString() {
        return "tree of " + size;
    }
}

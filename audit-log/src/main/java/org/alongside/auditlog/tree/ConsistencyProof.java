package org.alongside.auditlog.tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Shows that a log grew from a smaller one by appending only.
 *
 * @param from number of entries of the smaller log
 * @param to   number of entries of the larger one, which may be the same
 * @param path 32 bytes each, in the order of the specification
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-2.1.2">RFC 6962 §2.1.2</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.4">RFC 9162 §2.1.4</a>
 */
public record ConsistencyProof(long from, long to, List<byte[]> path) {

    /** @throws IllegalArgumentException when the sizes are negative or the log would have shrunk */
    public ConsistencyProof {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("A log of " + from + " entries cannot have grown to " + to);
        }
        path = List.copyOf(path);
    }

    /** @param hashes of a tree of size {@code to} or larger */
    public static ConsistencyProof of(HashSource hashes, long from, long to) throws IOException {
        if (from == 0) {
            return new ConsistencyProof(from, to, List.of());
        }
        List<byte[]> path = new ArrayList<>();
        long start = 0;
        long end = to;
        while (end != from) {
            long middle = Ranges.middle(start, end);
            if (from <= middle) {
                path.add(Ranges.root(hashes, middle, end));
                end = middle;
            } else {
                path.add(Ranges.root(hashes, start, middle));
                start = middle;
            }
        }
        if (start != 0) {
            path.add(Ranges.root(hashes, start, end));
        }
        Collections.reverse(path);
        return new ConsistencyProof(from, to, path);
    }

    /**
     * True when the log with {@code newRoot} begins with exactly the entries of the log with {@code oldRoot}. Any log has grown
     * from the empty one.
     */
    public boolean proves(byte[] oldRoot, byte[] newRoot) {
        if (from == 0) {
            return path.isEmpty() && Arrays.equals(oldRoot, TreeHasher.emptyRoot())
                    && (to != 0 || Arrays.equals(oldRoot, newRoot));
        }
        if (from == to) {
            return path.isEmpty() && Arrays.equals(oldRoot, newRoot);
        }
        boolean fromIsOneSubtree = Long.bitCount(from) == 1;
        if (!fromIsOneSubtree && path.isEmpty()) {
            return false;
        }
        byte[] seed = fromIsOneSubtree ? oldRoot : path.get(0);
        return climb(seed, fromIsOneSubtree ? path : path.subList(1, path.size()), oldRoot, newRoot);
    }

    /**
     * Rebuilds both roots from the last full subtree of the smaller log. {@code old} and {@code last} are the places of that
     * subtree and of the larger log's last one on their level; they meet where the path reaches the right edge of the larger log.
     */
    private boolean climb(byte[] seed, List<byte[]> siblings, byte[] oldRoot, byte[] newRoot) {
        TreeHasher hasher = new TreeHasher();
        int height = Long.numberOfTrailingZeros(from);
        long old = (from - 1) >>> height;
        long last = (to - 1) >>> height;
        byte[] rebuiltOld = seed;
        byte[] rebuiltNew = seed;
        for (byte[] sibling : siblings) {
            if (last == 0) {
                return false;
            }
            if ((old & 1) == 1 || old == last) {
                rebuiltOld = hasher.node(sibling, rebuiltOld);
                rebuiltNew = hasher.node(sibling, rebuiltNew);
                int levelsWithoutSibling = Long.numberOfTrailingZeros(old);
                old >>>= levelsWithoutSibling;
                last >>>= levelsWithoutSibling;
            } else {
                rebuiltNew = hasher.node(rebuiltNew, sibling);
            }
            old >>>= 1;
            last >>>= 1;
        }
        return last == 0 && Arrays.equals(rebuiltOld, oldRoot) && Arrays.equals(rebuiltNew, newRoot);
    }
}

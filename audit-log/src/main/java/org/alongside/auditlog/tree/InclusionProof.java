package org.alongside.auditlog.tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Shows that an entry stands at a place of a log of a given size and root.
 *
 * @param index number of the entry, from 0
 * @param size  number of entries of the log
 * @param path  32 bytes each, from the sibling of the leaf to the child of the root
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-2.1.1">RFC 6962 §2.1.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.3">RFC 9162 §2.1.3</a>
 */
public record InclusionProof(long index, long size, List<byte[]> path) {

    /** @throws IllegalArgumentException when the entry is not within the log */
    public InclusionProof {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("A log of " + size + " entries has no entry " + index);
        }
        path = List.copyOf(path);
    }

    /** @param hashes of a tree of that size or larger */
    public static InclusionProof of(HashSource hashes, long index, long size) throws IOException {
        List<byte[]> path = new ArrayList<>();
        long start = 0;
        long end = size;
        while (end - start > 1) {
            long middle = Ranges.middle(start, end);
            if (index < middle) {
                path.add(Ranges.root(hashes, middle, end));
                end = middle;
            } else {
                path.add(Ranges.root(hashes, start, middle));
                start = middle;
            }
        }
        Collections.reverse(path);
        return new InclusionProof(index, size, path);
    }

    /** True when the entry with this leaf hash is in the log with this root. */
    public boolean proves(byte[] leafHash, byte[] root) {
        int inner = innerLength();
        if (path.size() != inner + Long.bitCount(index >>> inner)) {
            return false;
        }
        TreeHasher hasher = new TreeHasher();
        byte[] hash = leafHash;
        for (int i = 0; i < path.size(); i++) {
            boolean siblingIsLeft = i >= inner || (index >>> i & 1) == 1;
            hash = siblingIsLeft ? hasher.node(path.get(i), hash) : hasher.node(hash, path.get(i));
        }
        return Arrays.equals(hash, root);
    }

    /**
     * Below this height the way to the entry parts from the way to the last entry, and each level has a sibling; above it the way
     * runs along the right edge, where all siblings are on the left.
     */
    private int innerLength() {
        return Long.SIZE - Long.numberOfLeadingZeros(index ^ (size - 1));
    }
}

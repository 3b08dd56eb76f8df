package org.alongside.auditlog.tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The subtrees that proofs are made of. */
final class Ranges {

    private Ranges() {}

    /** Where RFC 6962 §2.1 splits the entries of a subtree: behind the largest power of two that is less than their number. */
    static long middle(long start, long end) {
        return start + Long.highestOneBit(end - start - 1);
    }

    /** Root over the entries {@code start} to {@code end - 1}, which are a subtree of that definition. */
    static byte[] root(HashSource hashes, long start, long end) throws IOException {
        List<byte[]> full = new ArrayList<>();
        for (long at = start; at < end;) {
            long count = Long.highestOneBit(end - at);
            int level = Long.numberOfTrailingZeros(count);
            full.add(hashes.hash(level, at >> level));
            at += count;
        }
        return TreeState.of(end - start, full).root();
    }
}

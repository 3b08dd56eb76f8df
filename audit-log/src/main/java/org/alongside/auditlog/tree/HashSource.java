package org.alongside.auditlog.tree;

import java.io.IOException;

/** Knows the roots of the full subtrees of one tree; proofs are made from it. */
@FunctionalInterface
public interface HashSource {

    /**
     * Root of the full subtree over the entries {@code index << level} to {@code ((index + 1) << level) - 1}.
     *
     * @param level height of the subtree; 0 for the hash of one entry
     * @param index which of that height, from the left, from 0
     * @return 32 bytes
     * @throws IOException when it cannot be read, or is not within the tree
     */
    byte[] hash(int level, long index) throws IOException;
}

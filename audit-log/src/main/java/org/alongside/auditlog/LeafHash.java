package org.alongside.auditlog;

import org.alongside.auditlog.tree.TreeHasher;

/**
 * Hash of an entry as a leaf of the log's Merkle tree: SHA-256(0x00 ‖ entry bytes). The zero byte sets leaves apart from inner
 * nodes, so that neither can be passed off as the other.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-2.1">RFC 6962 §2.1</a>
 */
public final class LeafHash {

    private LeafHash() {}

    /** 32 bytes. */
    public static byte[] of(byte[] entry) {
        return new TreeHasher().leaf(entry);
    }
}

package org.alongside.auditlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Hash of an entry as a leaf of the log's Merkle tree: SHA-256(0x00 ‖ entry bytes). The zero byte sets leaves apart from inner
 * nodes, so that neither can be passed off as the other.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-2.1">RFC 6962 §2.1</a>
 */
public final class LeafHash {

    private static final byte LEAF = 0;

    private LeafHash() {}

    /** 32 bytes. */
    public static byte[] of(byte[] entry) {
        MessageDigest sha256 = sha256();
        sha256.update(LEAF);
        return sha256.digest(entry);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

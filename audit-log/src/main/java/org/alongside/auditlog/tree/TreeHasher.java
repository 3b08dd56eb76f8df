package org.alongside.auditlog.tree;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;

import org.alongside.auditlog.Sha256;

/**
 * Hashes of the log's Merkle tree: SHA-256(0x00 ‖ entry) for a leaf, SHA-256(0x01 ‖ left ‖ right) for a node. Reuses one digest, so
 * an instance belongs to one thread.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-2.1">RFC 6962 §2.1</a>
 */
public final class TreeHasher {

    /** Length of every hash, in bytes. */
    public static final int BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest sha256 = Sha256.digest();

    /** Root of a tree without entries: the hash of nothing. */
    public static byte[] emptyRoot() {
        return Sha256.digest().digest();
    }

    /** @param entry bytes as stored, see {@link org.alongside.auditlog.LogEntry} */
    public byte[] leaf(byte[] entry) {
        sha256.update(LEAF);
        return sha256.digest(entry);
    }

    public byte[] node(byte[] left, byte[] right) {
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }

    /**
     * Root of a full subtree.
     *
     * @param hashes hashes of one level, one behind the other
     * @param from   number of the first one to take
     * @param count  how many to take, a power of two
     */
    public byte[] subtree(byte[] hashes, int from, int count) {
        byte[] level = Arrays.copyOfRange(hashes, from * BYTES, (from + count) * BYTES);
        for (int width = count; width > 1; width /= 2) {
            for (int node = 0; node < width / 2; node++) {
                replacePair(level, node);
            }
        }
        return Arrays.copyOf(level, BYTES);
    }

    /** The digest has taken in both children before their place is overwritten. */
    private void replacePair(byte[] level, int node) {
        sha256.update(NODE);
        sha256.update(level, 2 * node * BYTES, 2 * BYTES);
        try {
            sha256.digest(level, node * BYTES, BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("A SHA-256 hash has " + BYTES + " bytes", e);
        }
    }
}

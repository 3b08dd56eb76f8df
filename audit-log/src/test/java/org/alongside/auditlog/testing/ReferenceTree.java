package org.alongside.auditlog.testing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The definitions of RFC 6962 §2.1, as they stand there and with nothing in common with the code under test: recursive, over leaf
 * hashes kept in memory.
 */
public final class ReferenceTree {

    private final List<byte[]> leaves = new ArrayList<>();
    private final Map<List<Integer>, byte[]> known = new HashMap<>();

    public void add(byte[] entry) {
        leaves.add(sha256(new byte[]{0}, entry));
    }

    public List<byte[]> leaves() {
        return leaves;
    }

    public int size() {
        return leaves.size();
    }

    /** MTH(D[from:to]). */
    public byte[] root(int from, int to) {
        if (from == to) {
            return sha256();
        }
        if (to - from == 1) {
            return leaves.get(from);
        }
        byte[] root = known.get(List.of(from, to));
        return root == null ? split(from, to) : root;
    }

    private byte[] split(int from, int to) {
        int k = largestPowerBelow(to - from);
        byte[] root = sha256(new byte[]{1}, root(from, from + k), root(from + k, to));
        if (k * 2 == to - from) {
            known.put(List.of(from, to), root);
        }
        return root;
    }

    /** PATH(m, D[from:to]), m counted from {@code from}. */
    public List<byte[]> path(int m, int from, int to) {
        if (to - from == 1) {
            return List.of();
        }
        int k = largestPowerBelow(to - from);
        return m < k
                ? with(path(m, from, from + k), root(from + k, to))
                : with(path(m - k, from + k, to), root(from, from + k));
    }

    /** PROOF(m, D[0:n]). */
    public List<byte[]> proof(int m, int n) {
        return subProof(m, 0, n, true);
    }

    private List<byte[]> subProof(int m, int from, int to, boolean whole) {
        if (m == to - from) {
            return whole ? List.of() : List.of(root(from, to));
        }
        int k = largestPowerBelow(to - from);
        return m <= k
                ? with(subProof(m, from, from + k, whole), root(from + k, to))
                : with(subProof(m - k, from + k, to, false), root(from, from + k));
    }

    private static List<byte[]> with(List<byte[]> hashes, byte[] last) {
        List<byte[]> all = new ArrayList<>(hashes);
        all.add(last);
        return all;
    }

    private static int largestPowerBelow(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

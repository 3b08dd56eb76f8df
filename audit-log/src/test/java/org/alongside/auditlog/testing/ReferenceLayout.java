package org.alongside.auditlog.testing;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files of tlog-tiles for a log of a given size, straight from the formula in "Merkle Tree" of the specification. */
public final class ReferenceLayout {

    private ReferenceLayout() {}

    /** Hash tiles by path, of the first {@code size} entries. */
    public static Map<String, byte[]> tiles(ReferenceTree tree, int size) {
        Map<String, byte[]> files = new TreeMap<>();
        int span = 1;
        for (int level = 0; size / span > 0; level++, span *= 256) {
            int hashes = size / span;
            for (int tile = 0; tile * 256 < hashes; tile++) {
                int width = Math.min(256, hashes - tile * 256);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                for (int i = 0; i < width; i++) {
                    int first = (tile * 256 + i) * span;
                    bytes.writeBytes(tree.root(first, first + span));
                }
                files.put("tile/" + level + "/" + path(tile) + (width < 256 ? ".p/" + width : ""), bytes.toByteArray());
            }
        }
        return files;
    }

    /** Entry bundles by path. */
    public static Map<String, byte[]> bundles(List<byte[]> entries) {
        Map<String, byte[]> files = new TreeMap<>();
        for (int from = 0; from < entries.size(); from += 256) {
            int width = Math.min(256, entries.size() - from);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (byte[] entry : entries.subList(from, from + width)) {
                bytes.write(entry.length >> 8);
                bytes.write(entry.length & 0xFF);
                bytes.writeBytes(entry);
            }
            files.put("tile/entries/" + path(from / 256) + (width < 256 ? ".p/" + width : ""), bytes.toByteArray());
        }
        return files;
    }

    private static String path(int n) {
        String digits = String.valueOf(n);
        while (digits.length() % 3 != 0) {
            digits = "0" + digits;
        }
        String groups = "";
        for (int i = 0; i + 3 < digits.length(); i += 3) {
            groups += "x" + digits.substring(i, i + 3) + "/";
        }
        return groups + digits.substring(digits.length() - 3);
    }
}

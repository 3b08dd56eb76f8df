package org.alongside.auditlog.tile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.alongside.auditlog.LogEntry;

/**
 * Up to 256 entries of the log in one file: each as its length in two bytes, big-endian, and its bytes.
 *
 * @param entries    in the order of the log; null for one that was removed
 * @param unreadable how many bytes at the end are no whole entry; 0 in a sound bundle
 * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles, "Log entries"</a>
 */
public record EntryBundle(List<byte[]> entries, int unreadable) {

    /** Reads as many entries as there are whole ones. */
    public static EntryBundle parse(byte[] bundle) {
        ByteBuffer in = ByteBuffer.wrap(bundle);
        List<byte[]> entries = new ArrayList<>();
        while (in.remaining() >= Short.BYTES) {
            int length = Short.toUnsignedInt(in.getShort(in.position()));
            if (length > in.remaining() - Short.BYTES) {
                break;
            }
            byte[] entry = new byte[length];
            in.position(in.position() + Short.BYTES).get(entry);
            entries.add(entry);
        }
        return new EntryBundle(entries, in.remaining());
    }

    /**
     * Reads what is kept of a bundle whose front was removed.
     *
     * @param rest  its last entries
     * @param width entries that it had
     * @throws IllegalArgumentException when those are more than it had
     */
    static EntryBundle kept(byte[] rest, int width) {
        EntryBundle read = parse(rest);
        if (read.entries().size() > width) {
            throw new IllegalArgumentException(read.entries().size() + " entries are left of " + width);
        }
        List<byte[]> entries = new ArrayList<>(Collections.nCopies(width - read.entries().size(), null));
        entries.addAll(read.entries());
        return new EntryBundle(entries, read.unreadable());
    }

    /**
     * @param entries 1 to 256, each at most {@link LogEntry#MAX_BYTES} long
     * @throws IllegalArgumentException when they are too many or one is too long
     */
    public static byte[] bytes(List<byte[]> entries) {
        if (entries.isEmpty() || entries.size() > TileName.FULL) {
            throw new IllegalArgumentException(
                    "A bundle has 1 to " + TileName.FULL + " entries, not " + entries.size());
        }
        ByteBuffer out = ByteBuffer.allocate(entries.stream().mapToInt(entry -> Short.BYTES + entry.length).sum());
        for (byte[] entry : entries) {
            if (entry.length > LogEntry.MAX_BYTES) {
                throw new IllegalArgumentException("An entry is longer than " + LogEntry.MAX_BYTES + " bytes");
            }
            out.putShort((short) entry.length).put(entry);
        }
        return out.array();
    }
}

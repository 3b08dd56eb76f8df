package org.alongside.auditlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of the access log: an event of a source, its place in that source's sequence, and its payload exactly as the source
 * wrote it. The place is part of the entry, so that a gap or a change of order in any source shows from the entries alone.
 *
 * <p>
 * The bytes of an entry are one header line {@code <source> <epoch> <sequence>} in UTF-8, ended by a line feed, and then the
 * payload, unchanged. A source is 1 to {@value #MAX_SOURCE} visible ASCII characters; the numbers are decimal without sign or
 * leading zeros. Each entry has one form only: what does not come back the same is refused.
 */
public final class LogEntry {

    /** Most bytes of an entry: its length stands in two bytes in the bundles of C2SP tlog-tiles. */
    public static final int MAX_BYTES = 0xFFFF;
    static final int MAX_SOURCE = 200;

    private static final Pattern SOURCE = Pattern.compile("[!-~]{1," + MAX_SOURCE + "}");
    private static final Pattern HEADER = Pattern.compile("(?<source>[!-~]{1," + MAX_SOURCE
            + "}) (?<epoch>0|[1-9][0-9]{0,9}) (?<sequence>[1-9][0-9]{0,18})");

    private final String source;
    private final int epoch;
    private final long sequence;
    private final byte[] bytes;
    private final int payloadStart;

    private LogEntry(String source, int epoch, long sequence, byte[] bytes, int payloadStart) {
        this.source = source;
        this.epoch = epoch;
        this.sequence = sequence;
        this.bytes = bytes;
        this.payloadStart = payloadStart;
    }

    /**
     * @param source   who wrote the event, for example {@code /alongside/intake}
     * @param epoch    not negative; raised when the source is restored from a backup
     * @param sequence position within source and epoch, from 1 and without gap
     * @param payload  exact bytes of the event
     * @throws IllegalArgumentException when a value is out of its range or the entry would exceed {@link #MAX_BYTES}
     */
    public static LogEntry of(String source, int epoch, long sequence, byte[] payload) {
        require(SOURCE.matcher(source).matches(), "The source is not 1 to " + MAX_SOURCE + " visible ASCII characters");
        require(epoch >= 0, "The epoch is negative");
        require(sequence >= 1, "The sequence is less than 1");
        byte[] header = (source + " " + epoch + " " + sequence + "\n").getBytes(UTF_8);
        require(payload.length <= MAX_BYTES - header.length, "The entry is longer than " + MAX_BYTES + " bytes");
        byte[] bytes = Arrays.copyOf(header, header.length + payload.length);
        System.arraycopy(payload, 0, bytes, header.length, payload.length);
        return new LogEntry(source, epoch, sequence, bytes, header.length);
    }

    /** @throws IllegalArgumentException when {@link #of} makes no entry with these bytes */
    public static LogEntry parse(byte[] bytes) {
        require(bytes.length <= MAX_BYTES, "The entry is longer than " + MAX_BYTES + " bytes");
        int end = headerEnd(bytes);
        Matcher header = HEADER.matcher(new String(bytes, 0, end, UTF_8));
        require(header.matches(), "The header line is not <source> <epoch> <sequence>");
        // Out of range is a NumberFormatException, which is an IllegalArgumentException.
        return new LogEntry(header.group("source"), Integer.parseInt(header.group("epoch")),
                Long.parseLong(header.group("sequence")), bytes.clone(), end + 1);
    }

    public String source() {
        return source;
    }

    public int epoch() {
        return epoch;
    }

    public long sequence() {
        return sequence;
    }

    /** A copy. */
    public byte[] payload() {
        return Arrays.copyOfRange(bytes, payloadStart, bytes.length);
    }

    /** Where the payload begins within the bytes. */
    public int payloadStart() {
        return payloadStart;
    }

    /** A copy of what is stored, hashed and proved. */
    public byte[] bytes() {
        return bytes.clone();
    }

    private static int headerEnd(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        throw new IllegalArgumentException("The entry has no header line");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}

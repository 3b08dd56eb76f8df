package org.alongside.auditlog.verify;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;

import org.alongside.auditlog.verify.Finding.Kind;

/**
 * Whether each event id stands in the log once. Holds at most a million ids in memory (24 MB); further ones go to 256 temporary
 * files, 24 bytes each, spread by a random function so that nobody can choose ids that all fall into one. Ids are no personal data.
 */
final class EventIds implements Closeable {

    /** Two halves of the id, number of the entry. */
    private static final int RECORD = 3;
    private static final int MAX_RECORDS = 1 << 20;
    private static final int FILES = 256;

    private final long salt = new SecureRandom().nextLong();
    private long[] records = new long[RECORD * 1024];
    private int used;
    private Path folder;

    void add(UUID id, long entry) throws IOException {
        if (used == records.length) {
            makeRoom();
        }
        records[used++] = id.getMostSignificantBits();
        records[used++] = id.getLeastSignificantBits();
        records[used++] = entry;
    }

    private void makeRoom() throws IOException {
        if (records.length < RECORD * MAX_RECORDS) {
            records = Arrays.copyOf(records, 2 * records.length);
        } else {
            spill();
        }
    }

    /** To be asked once, at the end. */
    void findDoubles(Findings findings) throws IOException {
        if (folder == null) {
            findDoubles(records, used, findings);
            return;
        }
        spill();
        for (int file = 0; file < FILES; file++) {
            LongBuffer stored = ByteBuffer.wrap(Files.readAllBytes(file(file))).asLongBuffer();
            long[] ids = new long[stored.remaining()];
            stored.get(ids);
            findDoubles(ids, ids.length, findings);
        }
    }

    private void spill() throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("alongside-ids");
        }
        ByteBuffer[] buffers = new ByteBuffer[FILES];
        int[] counts = new int[FILES];
        for (int at = 0; at < used; at += RECORD) {
            counts[file(records[at], records[at + 1])]++;
        }
        Arrays.setAll(buffers, file -> ByteBuffer.allocate(counts[file] * RECORD * Long.BYTES));
        for (int at = 0; at < used; at += RECORD) {
            buffers[file(records[at], records[at + 1])].putLong(records[at]).putLong(records[at + 1])
                    .putLong(records[at + 2]);
        }
        for (int file = 0; file < FILES; file++) {
            try (OutputStream out = Files.newOutputStream(file(file), StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND)) {
                out.write(buffers[file].array());
            }
        }
        used = 0;
    }

    private Path file(int number) {
        return folder.resolve(String.valueOf(number));
    }

    private int file(long high, long low) {
        return (int) (mix(high, low) >>> Long.SIZE - Byte.SIZE);
    }

    private long mix(long high, long low) {
        long mixed = (high ^ salt) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 32 ^ low ^ Long.rotateLeft(salt, 21)) * 0xD6E8FEB86659FD93L;
        return mixed ^ mixed >>> 29;
    }

    /** Open addressing over the records; a slot holds the position of a record plus one. */
    private void findDoubles(long[] ids, int length, Findings findings) {
        int[] slots = new int[Integer.highestOneBit(length / RECORD + 1) * 4];
        for (int at = 0; at < length; at += RECORD) {
            int slot = slot(ids, at, slots);
            if (slots[slot] == 0) {
                slots[slot] = at + 1;
            } else {
                report(ids, slots[slot] - 1, at, findings);
            }
        }
    }

    private int slot(long[] ids, int at, int[] slots) {
        int slot = (int) mix(ids[at], ids[at + 1]) & slots.length - 1;
        while (slots[slot] != 0 && (ids[slots[slot] - 1] != ids[at] || ids[slots[slot]] != ids[at + 1])) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private static void report(long[] ids, int first, int second, Findings findings) {
        findings.add(Kind.ID, ids[second + 2],
                "Entry " + ids[second + 2] + " has the event id " + new UUID(ids[first], ids[first + 1])
                        + ", which entry " + ids[first + 2] + " has already");
    }

    @Override
    public void close() throws IOException {
        if (folder != null) {
            for (int file = 0; file < FILES; file++) {
                Files.deleteIfExists(file(file));
            }
            Files.delete(folder);
        }
    }
}

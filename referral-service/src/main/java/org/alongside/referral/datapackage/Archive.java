package org.alongside.referral.datapackage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The files of an import that was received: of a ZIP archive its entries, otherwise the one file. Nothing is unpacked to the
 * disk, so a path in an archive can lead nowhere; one that tries is refused all the same, for its maker meant harm.
 */
final class Archive implements AutoCloseable {

    private static final long JUDGED_FROM = 1 << 20;
    /** Bytes that one entry may take in the list of entries: its path, and what else is said of it. */
    private static final long MOST_OF_AN_ENTRY = 4096;

    /** Of the record at the end: PKWARE APPNOTE.TXT, 4.3.16. */
    private static final int END_MARK = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRIES_AT = 10;
    private static final int LIST_LENGTH_AT = 12;

    private final Path received;
    private final String name;
    private final ImportConfig limits;
    private final ZipFile zip;
    /** Bytes that may still be read of all files together, each of which is read twice. */
    private final AtomicLong left;

    private Archive(Path received, String name, ImportConfig limits, ZipFile zip) {
        this.received = received;
        this.name = name;
        this.limits = limits;
        this.zip = zip;
        this.left = new AtomicLong(2 * limits.maxBytes());
    }

    /** @param name of the file that was sent; of an archive it does not matter */
    static Archive open(Path received, String name, ImportConfig limits) throws IOException {
        try {
            if (!isZip(received)) {
                return new Archive(received, name, limits, null);
            }
            refuseTooMany(received, limits);
            return new Archive(received, name, limits, new ZipFile(received.toFile()));
        } catch (ZipException broken) {
            throw new RefusedImport("The ZIP archive cannot be read (" + broken.getMessage() + "): make it anew.");
        }
    }

    List<SourceFile> files() {
        if (zip == null) {
            return List.of(new Single(name, received, left));
        }
        if (zip.size() > limits.maxFiles()) {
            throw tooMany(limits);
        }
        List<? extends ZipEntry> entries = zip.stream().filter(entry -> !entry.isDirectory())
                .sorted(Comparator.comparing(ZipEntry::getName)).toList();
        entries.forEach(Archive::refuseTraversal);
        return entries.stream().<SourceFile>map(entry -> new Entry(zip, entry, limits, left)).toList();
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(2);
            return start.length == 2 && start[0] == 'P' && start[1] == 'K';
        }
    }

    /** Before the archive is opened, for opening it reads its whole list into memory. */
    private static void refuseTooMany(Path file, ImportConfig limits) throws IOException {
        ByteBuffer end = end(file);
        int entries = Short.toUnsignedInt(end.getShort(ENTRIES_AT));
        long list = Integer.toUnsignedLong(end.getInt(LIST_LENGTH_AT));
        if (entries > limits.maxFiles() || list > limits.maxFiles() * MOST_OF_AN_ENTRY) {
            throw tooMany(limits);
        }
    }

    private static RefusedImport tooMany(ImportConfig limits) {
        return new RefusedImport("The archive has more entries, or longer names, than the " + limits.maxFiles()
                + " files that alongside.directory.import.max-files allows.");
    }

    /** The record that every archive ends with, in front of a comment of at most 64 KiB. */
    private static ByteBuffer end(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(in.length(), END_LENGTH + 0xFFFF)];
            in.seek(in.length() - tail.length);
            in.readFully(tail);
            ByteBuffer bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = tail.length - END_LENGTH; at >= 0; at--) {
                if (bytes.getInt(at) == END_MARK) {
                    return bytes.slice(at, END_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
                }
            }
            throw new ZipException("it has no end");
        }
    }

    private static void refuseTraversal(ZipEntry entry) {
        String path = entry.getName();
        if (path.startsWith("/") || path.contains("\\") || path.contains(":")
                || path.chars().anyMatch(Character::isISOControl)
                || List.of(path.split("/")).contains("..")) {
            throw new RefusedImport(
                    "The archive has an entry that leads out of it: make it anew, with plain file names.");
        }
    }

    private record Single(String path, Path file, AtomicLong left) implements SourceFile {

        @Override
        public InputStream open() throws IOException {
            return new Limited(Files.newInputStream(file), path, Long.MAX_VALUE, left);
        }
    }

    private record Entry(ZipFile zip, ZipEntry entry, ImportConfig limits, AtomicLong left) implements SourceFile {

        @Override
        public String path() {
            return entry.getName();
        }

        /** What the archive says of lengths is not believed: bytes are counted as they come. */
        @Override
        public InputStream open() throws IOException {
            long packed = Math.max(entry.getCompressedSize(), 1);
            return new Limited(zip.getInputStream(entry), path(), Math.max(JUDGED_FROM, packed * limits.maxRatio()),
                    left);
        }
    }

    /** Refuses the import when more comes than may. */
    private static final class Limited extends FilterInputStream {

        private final String path;
        private final AtomicLong all;
        private long left;

        Limited(InputStream in, String path, long most, AtomicLong all) {
            super(in);
            this.path = path;
            this.left = most;
            this.all = all;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw beyond("max-ratio");
            }
            if (all.addAndGet(-bytes) < 0) {
                throw beyond("max-bytes");
            }
        }

        private RefusedImport beyond(String limit) {
            return new RefusedImport(path + " unpacks to more than alongside.directory.import." + limit + " allows.");
        }
    }
}

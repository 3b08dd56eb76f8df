package org.alongside.auditlog.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.alongside.auditlog.tile.TileName;

/**
 * A log exported from its database, as lines of JSON (NDJSON, UTF-8, each line ended by a line feed). A line is one of:
 *
 * <pre>
 * {"entry_index": 0, "entry": "&lt;base64&gt;", "columns": {"source": "/alongside/intake", "epoch": 1, …}}
 * {"entry_index": 0, "removed": "&lt;leaf hash, base64&gt;"}
 * {"tile": "tile/0/000", "bytes": "&lt;base64&gt;"}
 * {"checkpoint": "&lt;signed note&gt;"}
 * </pre>
 *
 * <p>
 * Entries come in order from 0, those whose time was over and that were removed by their hashes, which are in the tiles of level 0. A tile and a checkpoint come directly behind the last entry that they cover; the first member says
 * what the line is. {@code columns} may be left out; where it is, it has every column of {@link Columns} by its name in the
 * database, null for none; {@code sealed_at} may be there and is not compared, since it does not follow from the bytes. Times are
 * ISO 8601 with an offset, {@code parts} is an array, {@code leaf_hash} is base64.
 */
public final class ExportSource extends LogSource {

    /** Longest line; the longest entry takes 88 KB in base64. */
    private static final int MAX_LINE = 1 << 20;
    private static final byte[] TILE = "{\"tile\"".getBytes(UTF_8);
    private static final byte[] CHECKPOINT = "{\"checkpoint\"".getBytes(UTF_8);

    private final InputStream in;
    private long lineNumber;
    private byte[] ahead;

    /** @param in read to its end, closed by {@link #close} */
    public ExportSource(InputStream in) throws IOException {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.ahead = readLine();
    }

    @Override
    Part next() throws IOException {
        if (ahead == null) {
            return null;
        }
        long firstLine = lineNumber;
        List<byte[]> lines = new ArrayList<>();
        for (int entries = 0; ahead != null && (entries < TileName.FULL || !isEntry(ahead)); ahead = readLine()) {
            entries += isEntry(ahead) ? 1 : 0;
            lines.add(ahead);
        }
        return () -> new ExportChunk(firstLine).read(lines);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static boolean isEntry(byte[] line) {
        return !startsWith(line, TILE) && !startsWith(line, CHECKPOINT);
    }

    private static boolean startsWith(byte[] line, byte[] start) {
        return line.length >= start.length && Arrays.equals(line, 0, start.length, start, 0, start.length);
    }

    /** Without its line feed; null at the end. */
    private byte[] readLine() throws IOException {
        lineNumber++;
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return line.size() == 0 ? null : line.toByteArray();
            }
            line.write(b);
            if (line.size() > MAX_LINE) {
                throw new IOException(
                        "Line " + lineNumber + " is longer than " + MAX_LINE + " bytes: this is no export of a log");
            }
        }
        return line.toByteArray();
    }
}

package org.alongside.auditlog.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.alongside.auditlog.json.JsonScanner;
import org.alongside.auditlog.tile.TileName;
import org.alongside.auditlog.tree.TreeHasher;
import org.alongside.auditlog.verify.Chunk.PlacedNote;
import org.alongside.auditlog.verify.Finding.Kind;

/** Takes the lines of an export apart, see {@link ExportSource}. */
final class ExportChunk {

    private final List<Row> rows = new ArrayList<>();
    private final Map<TileName, byte[]> tiles = new HashMap<>();
    private final List<PlacedNote> notes = new ArrayList<>();
    private final List<Finding> faults = new ArrayList<>();
    private long line;
    /** The entry that the line is about, as far as one knows: the one behind the last, or null at the start of a chunk. */
    private Long about;

    ExportChunk(long firstLine) {
        this.line = firstLine;
    }

    Chunk read(List<byte[]> lines) {
        for (byte[] each : lines) {
            try {
                readLine(new JsonScanner(each, 0, each.length));
            } catch (IllegalArgumentException e) {
                faults.add(new Finding(Kind.NUMBER, about,
                        "Line " + line + " of the export cannot be read: " + e.getMessage()));
            }
            line++;
        }
        return new Chunk(rows, tiles, notes, faults, false);
    }

    private void readLine(JsonScanner json) {
        json.beginObject();
        if (!json.first('}')) {
            throw new IllegalArgumentException("it is empty");
        }
        String kind = json.name();
        switch (kind) {
            case "entry_index" -> readEntry(json);
            case "tile" -> readTile(json);
            case "checkpoint" -> readCheckpoint(json);
            default -> throw new IllegalArgumentException("it starts with " + kind);
        }
        json.end();
    }

    private void readEntry(JsonScanner json) {
        long index = json.integer();
        if (!json.next('}')) {
            throw new IllegalArgumentException("it has no entry");
        }
        String member = json.name();
        Row row = member.equals("removed") ? removed(index, json) : row(index, member, json);
        json.end();
        rows.add(row);
        about = index + 1;
    }

    private static Row removed(long index, JsonScanner json) {
        byte[] leafHash = hash(base64(json.text()));
        leave(json);
        return new Row(index, null, leafHash, "member removed", null);
    }

    private static Row row(long index, String member, JsonScanner json) {
        require(member, "entry");
        byte[] entry = base64(json.text());
        Map<String, Object> columns = null;
        if (json.next('}')) {
            require(json.name(), "columns");
            columns = columns(json);
            leave(json);
        }
        Object leaf = columns == null ? null : columns.get(Columns.LEAF_HASH);
        return new Row(index, entry, leaf instanceof String text ? base64(text) : null, "column leaf_hash", columns);
    }

    private static byte[] hash(byte[] bytes) {
        if (bytes.length != TreeHasher.BYTES) {
            throw new IllegalArgumentException("its hash has " + bytes.length + " bytes");
        }
        return bytes;
    }

    private void readTile(JsonScanner json) {
        TileName name = TileName.parse(json.text());
        if (tiles.put(name, base64(member(json, "bytes"))) != null) {
            throw new IllegalArgumentException(name + " stands twice");
        }
        leave(json);
    }

    private void readCheckpoint(JsonScanner json) {
        notes.add(new PlacedNote(rows.size(), json.text().getBytes(UTF_8)));
        leave(json);
    }

    private static Map<String, Object> columns(JsonScanner json) {
        Map<String, Object> columns = new LinkedHashMap<>();
        json.beginObject();
        for (boolean more = json.first('}'); more; more = json.next('}')) {
            String name = json.name();
            if (columns.containsKey(name)) {
                throw new IllegalArgumentException("column " + name + " stands twice");
            }
            columns.put(name, Columns.value(name, json));
        }
        return columns;
    }

    private static String member(JsonScanner json, String name) {
        if (!json.next('}')) {
            throw new IllegalArgumentException("it has no " + name);
        }
        require(json.name(), name);
        return json.text();
    }

    private static void leave(JsonScanner json) {
        if (json.next('}')) {
            throw new IllegalArgumentException("it has more than it may");
        }
    }

    private static void require(String name, String expected) {
        if (!name.equals(expected)) {
            throw new IllegalArgumentException("it has " + name + " where " + expected + " is to stand");
        }
    }

    private static byte[] base64(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException("its base64 has stray bits");
        }
        return bytes;
    }
}

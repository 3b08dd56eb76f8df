package org.alongside.auditlog.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a tile or an entry bundle: which one it is, and how much of it there is.
 *
 * <p>
 * As a path: {@code tile/<level>/<index>}, {@code tile/entries/<index>}, with {@code .p/<width>} behind it when it is partial. The
 * index stands in groups of three digits, all but the last with an {@code x} before them: 1234067 is {@code x001/x234/067}.
 *
 * @param level 0 for hashes of entries, 1 for hashes of full tiles of level 0 and so on; {@link #ENTRIES} for the entries themselves
 * @param index which of its level, from the left, from 0
 * @param width how many hashes or entries are in it, 1 to {@link #FULL}
 * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles, "Merkle Tree" and "Log entries"</a>
 */
public record TileName(int level, long index, int width) {

    /** Level of entry bundles. */
    public static final int ENTRIES = -1;
    /** Hashes in a full tile, entries in a full bundle. */
    public static final int FULL = 256;

    static final int BITS = 8;
    private static final int MAX_LEVEL = 63;
    private static final Pattern PATH = Pattern.compile("tile/(?<level>entries|0|[1-9][0-9]?)/"
            + "(?<index>(?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/(?<width>[1-9][0-9]{0,2}))?");

    /** @throws IllegalArgumentException when a value is out of its range */
    public TileName {
        if (level < ENTRIES || level > MAX_LEVEL || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException(
                    "There is no tile of level " + level + ", index " + index + ", width " + width);
        }
    }

    /** @throws IllegalArgumentException when {@link #toString} gives no such path */
    public static TileName parse(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not the path of a tile: " + path);
        }
        String level = parts.group("level");
        String width = parts.group("width");
        TileName name = new TileName("entries".equals(level) ? ENTRIES : Integer.parseInt(level),
                Long.parseLong(parts.group("index").replaceAll("[x/]", "")),
                width == null ? FULL : Integer.parseInt(width));
        if (!name.toString().equals(path)) {
            throw new IllegalArgumentException("The path of " + name + " is written differently: " + path);
        }
        return name;
    }

    /**
     * The tile that holds a hash in a log of a given size.
     *
     * @param level level of the tile, or {@link #ENTRIES}
     * @param index which tile of that level
     * @param size  number of entries of the log
     * @throws IllegalArgumentException when a log of that size has nothing there
     */
    public static TileName in(int level, long index, long size) {
        long hashes = hashes(Math.max(level, 0), size);
        return new TileName(level, index, (int) Math.max(0, Math.min(FULL, hashes - index * FULL)));
    }

    /** Number of hashes that a log of a given size has on a level. */
    static long hashes(int level, long size) {
        return level * BITS < Long.SIZE ? size >> level * BITS : 0;
    }

    /** The partial tiles of a log of a given size, level 0 first: at most one a level. */
    public static List<TileName> partials(long size) {
        List<TileName> partials = new ArrayList<>();
        for (int level = 0; hashes(level, size) > 0; level++) {
            long hashes = hashes(level, size);
            if (hashes % FULL != 0) {
                partials.add(new TileName(level, hashes / FULL, (int) (hashes % FULL)));
            }
        }
        return partials;
    }

    /** The full tiles whose last hash came with the last of {@code size} entries, level 0 first. */
    public static List<TileName> filledAt(long size) {
        List<TileName> filled = new ArrayList<>();
        long hashes = size;
        for (int level = 0; hashes > 0 && hashes % FULL == 0; level++) {
            hashes /= FULL;
            filled.add(new TileName(level, hashes - 1, FULL));
        }
        return filled;
    }

    public boolean isFull() {
        return width == FULL;
    }

    /** The same tile when it has been filled. */
    public TileName full() {
        return new TileName(level, index, FULL);
    }

    /** Number of the first entry under the hash at that position within the tile. */
    public long firstEntry(int position) {
        return index * FULL + position << BITS * Math.max(level, 0);
    }

    /** Where what is kept of this bundle stands when its front was removed: {@code kept/entries/<index>}. */
    public String keptPath() {
        return "kept" + toString().substring("tile".length());
    }

    @Override
    public String toString() {
        StringBuilder path = new StringBuilder(String.format("%03d", index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, String.format("x%03d/", rest % 1000));
        }
        path.insert(0, "tile/" + (level == ENTRIES ? "entries" : level) + "/");
        return isFull() ? path.toString() : path + ".p/" + width;
    }
}

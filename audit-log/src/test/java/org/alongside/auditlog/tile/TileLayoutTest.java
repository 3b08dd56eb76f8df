package org.alongside.auditlog.tile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.alongside.auditlog.testing.ReferenceLayout;
import org.alongside.auditlog.testing.ReferenceTree;
import org.alongside.auditlog.testing.SampleLog;
import org.alongside.auditlog.tile.TileWriter.Growth;
import org.alongside.auditlog.tree.ConsistencyProof;
import org.alongside.auditlog.tree.InclusionProof;
import org.alongside.auditlog.tree.TreeState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against {@link ReferenceLayout}, byte for byte. */
class TileLayoutTest {

    private static final int LARGE = 70_000;
    private static final ReferenceTree REFERENCE = new ReferenceTree();

    @BeforeAll
    static void grow() {
        for (int i = 0; i < LARGE; i++) {
            REFERENCE.add(("entry " + i).getBytes(UTF_8));
        }
    }

    /** Tiles as a database keeps them: the widest of each level and index. */
    private static final class Kept implements TileSource {
        private final Map<List<Object>, Tile> rows = new HashMap<>();

        void store(Tile tile) {
            rows.put(List.of(tile.name().level(), tile.name().index()), tile);
        }

        @Override
        public Optional<byte[]> read(TileName name) {
            return Optional.ofNullable(rows.get(List.of(name.level(), name.index())))
                    .map(tile -> tile.first(name.width()).bytes());
        }

        Map<String, byte[]> files() {
            return rows.values().stream()
                    .collect(Collectors.toMap(tile -> tile.name().toString(), Tile::bytes, (a, b) -> a, TreeMap::new));
        }
    }

    @Test
    void everySmallSizeOneByOne() throws IOException {
        Kept kept = new Kept();
        TreeState state = TreeState.empty();
        for (int size = 1; size <= 600; size++) {
            state = grow(kept, state, size);
            assertFiles(ReferenceLayout.tiles(REFERENCE, size), kept.files());
        }
    }

    @Test
    void largeSizesInBatches() throws IOException {
        Random random = new Random(1);
        Kept kept = new Kept();
        TreeState state = TreeState.empty();
        while (state.size() < LARGE) {
            state = grow(kept, state, Math.min(LARGE, (int) state.size() + random.nextInt(9_000)));
            assertFiles(ReferenceLayout.tiles(REFERENCE, (int) state.size()), kept.files());
            assertArrayEquals(REFERENCE.root(0, (int) state.size()), state.root());
        }
    }

    private static TreeState grow(Kept kept, TreeState state, int to) throws IOException {
        Growth growth = new TileWriter(kept).append(state, REFERENCE.leaves().subList((int) state.size(), to));
        growth.tiles().forEach(kept::store);
        assertEquals(growth.tiles().size(), growth.tiles().stream().map(Tile::name).distinct().count());
        return growth.state();
    }

    /** A transaction stores what changed and nothing else. */
    @Test
    void aBatchStoresOnlyWhatIsNew() throws IOException {
        Kept kept = new Kept();
        TreeState state = grow(kept, TreeState.empty(), 700);
        assertEquals(List.of("tile/0/002.p/190"),
                names(new TileWriter(kept).append(state, REFERENCE.leaves().subList(700, 702))));
        assertEquals(List.of("tile/0/002", "tile/0/003.p/10", "tile/1/000.p/3"),
                names(new TileWriter(kept).append(state, REFERENCE.leaves().subList(700, 778))));
        assertEquals(List.of(), names(new TileWriter(kept).append(state, List.of())));
    }

    private static List<String> names(Growth growth) {
        return growth.tiles().stream().map(tile -> tile.name().toString()).toList();
    }

    @Test
    void nothingIsBuiltOnTilesThatWereTouched() throws IOException {
        Kept kept = new Kept();
        TreeState state = grow(kept, TreeState.empty(), 700);
        Tile last = new Tile(TileName.parse("tile/0/002.p/188"),
                kept.read(TileName.parse("tile/0/002.p/188")).orElseThrow());
        byte[] changed = last.bytes().clone();
        changed[100] ^= 1;
        kept.store(new Tile(last.name(), changed));
        assertThrows(IOException.class, () -> new TileWriter(kept).append(state, REFERENCE.leaves().subList(700, 702)));
        assertThrows(FileNotFoundException.class,
                () -> new TileWriter(name -> Optional.empty()).append(state, REFERENCE.leaves().subList(700, 702)));
    }

    /** The example in "Partial Tiles" of the specification. */
    @Test
    void aTreeOf70000() {
        Set<String> files = new TreeSet<>(ReferenceLayout.tiles(REFERENCE, LARGE).keySet());
        assertEquals(273 + 1 + 1 + 1 + 1, files.size());
        assertTrue(files.containsAll(
                Set.of("tile/0/272", "tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1")));
        assertEquals(List.of("tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1"),
                TileName.partials(LARGE).stream().map(TileName::toString).toList());
        assertEquals(List.of("tile/0/255", "tile/1/000"),
                TileName.filledAt(65536).stream().map(TileName::toString).toList());
    }

    @Test
    void proofsFromTiles() throws IOException {
        Kept kept = new Kept();
        grow(kept, TreeState.empty(), LARGE);
        Random random = new Random(2);
        for (int i = 0; i < 500; i++) {
            int size = 1 + random.nextInt(LARGE);
            int index = random.nextInt(size);
            TileReader tiles = new TileReader(kept, size);
            byte[] root = REFERENCE.root(0, size);
            assertTrue(InclusionProof.of(tiles, index, size).proves(REFERENCE.leaves().get(index), root),
                    index + " of " + size);
            int from = 1 + random.nextInt(size);
            assertTrue(ConsistencyProof.of(tiles, from, size).proves(REFERENCE.root(0, from), root),
                    from + " to " + size);
        }
    }

    @Test
    void aHashBeyondTheTreeIsRefused() throws IOException {
        Kept kept = new Kept();
        grow(kept, TreeState.empty(), 700);
        assertThrows(IOException.class, () -> new TileReader(kept, 300).hash(0, 300));
        assertThrows(IOException.class, () -> new TileReader(kept, 300).hash(9, 0));
        assertArrayEquals(REFERENCE.leaves().get(299), new TileReader(kept, 300).hash(0, 299));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 256, tile/0/000", "0, 1234067, 256, tile/0/x001/x234/067", "3, 999, 1, tile/3/999.p/1",
            "1, 1000, 255, tile/1/x001/000.p/255", "-1, 273, 112, tile/entries/273.p/112", "63, 5, 256, tile/63/005"})
    void paths(int level, long index, int width, String path) {
        assertEquals(path, new TileName(level, index, width).toString());
        assertEquals(new TileName(level, index, width), TileName.parse(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/0/0", "tile/00/000", "tile/64/000", "tile/0/000.p/0", "tile/0/000.p/256",
            "tile/0/000.p/01",
            "tile/0/x000/001", "tile/0/001/000", "tile/-1/000", "tile/entries/000/", "checkpoint", "tile/0/../000",
            "/tile/0/000"})
    void whatIsNoPath(String path) {
        assertThrows(IllegalArgumentException.class, () -> TileName.parse(path));
    }

    /** The largest sizes must not run in circles. */
    @Test
    void theLargestTree() {
        assertEquals(8, TileName.partials(Long.MAX_VALUE).size());
        assertEquals(7, TileName.filledAt(1L << 56).size());
    }

    @Test
    void bundles() {
        List<byte[]> entries = SampleLog.entries(300);
        Map<String, byte[]> files = ReferenceLayout.bundles(entries);
        assertArrayEquals(files.get("tile/entries/000"), EntryBundle.bytes(entries.subList(0, 256)));
        assertArrayEquals(files.get("tile/entries/001.p/44"), EntryBundle.bytes(entries.subList(256, 300)));
        EntryBundle read = EntryBundle.parse(files.get("tile/entries/001.p/44"));
        assertEquals(0, read.unreadable());
        assertEquals(44, read.entries().size());
        assertArrayEquals(entries.get(299), read.entries().get(43));
        assertThrows(IllegalArgumentException.class, () -> EntryBundle.bytes(entries));
        assertThrows(IllegalArgumentException.class, () -> EntryBundle.bytes(List.of()));
    }

    @Test
    void bundlesOfTheShortestAndLongestEntry() {
        byte[] bundle = EntryBundle.bytes(List.of(new byte[0], new byte[0xFFFF]));
        assertEquals(2 + 2 + 0xFFFF, bundle.length);
        EntryBundle read = EntryBundle.parse(bundle);
        assertEquals(0xFFFF, read.entries().get(1).length);
        assertEquals(2 + 0xFFFE, EntryBundle.parse(Arrays.copyOf(bundle, bundle.length - 1)).unreadable());
        assertThrows(IllegalArgumentException.class, () -> EntryBundle.bytes(List.of(new byte[0x10000])));
    }

    private static void assertFiles(Map<String, byte[]> expected, Map<String, byte[]> files) {
        assertEquals(expected.keySet(), files.keySet());
        expected.forEach((path, bytes) -> assertArrayEquals(bytes, files.get(path), path));
    }
}

package org.alongside.auditlog.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.alongside.auditlog.testing.SampleLog;
import org.alongside.auditlog.tile.EntryBundle;
import org.alongside.auditlog.tile.Tile;
import org.alongside.auditlog.tile.TileEdge;
import org.alongside.auditlog.tile.TileName;
import org.alongside.auditlog.tree.TreeHasher;
import org.junit.jupiter.api.Test;

/**
 * A measurement, run by its name only: {@code -Dtest=VerifierSpeed}. Writes a log of {@code alongside.speed} entries (default: ten
 * million) to {@code target/speed}, once, 4.8 GB; verifies it in a process of its own with 512 MB of heap, and prints what that
 * says.
 */
class VerifierSpeed {

    private static final String[] SERVICES = {"intake", "planning", "referral"};

    private final int size = Integer.getInteger("alongside.speed", 10_000_000);
    private final Path folder = Path.of("target", "speed", String.valueOf(size)).toAbsolutePath();

    @Test
    void verifyAFolder() throws IOException, InterruptedException {
        if (!Files.exists(folder.resolve("checkpoint"))) {
            writeLog();
        }
        Path trust = folder.resolve("trust");
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-cp",
                Path.of("target", "classes").toString(), "org.alongside.auditlog.cli.Main", "verify", "--folder",
                folder.toString(),
                "--trust", trust.toString());
        long started = System.nanoTime();
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        System.out.printf("%d entries, %d processors: %.1f s with the start of Java%n", size,
                Runtime.getRuntime().availableProcessors(),
                (System.nanoTime() - started) / 1e9);
        assertEquals(0, exit);
    }

    private void writeLog() throws IOException {
        Random random = new Random(1);
        TreeHasher hasher = new TreeHasher();
        TileEdge edge = new TileEdge();
        int[] sequences = new int[SERVICES.length];
        List<byte[]> bundle = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int service = random.nextInt(SERVICES.length);
            byte[] entry = SampleLog.entry(SERVICES[service], ++sequences[service],
                    SampleLog.payload(SERVICES[service], random));
            bundle.add(entry);
            edge.add(hasher.leaf(entry), tile -> write(tile.name(), tile.bytes()));
            if (bundle.size() == TileName.FULL || i == size - 1) {
                write(TileName.in(TileName.ENTRIES, i / TileName.FULL, i + 1L), EntryBundle.bytes(bundle));
                bundle.clear();
            }
        }
        for (Tile tile : edge.partials()) {
            write(tile.name(), tile.bytes());
        }
        Files.writeString(folder.resolve("trust"),
                "origin " + SampleLog.ORIGIN + "\nkey " + SampleLog.KEY.verifier() + "\n");
        Files.write(folder.resolve("checkpoint"), SampleLog.checkpoint(size, edge.state().root()).bytes());
    }

    private void write(TileName name, byte[] bytes) {
        try {
            Path file = folder.resolve(name.toString());
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.alongside.auditlog.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

import org.alongside.auditlog.LogEntry;
import org.alongside.auditlog.note.Checkpoint;
import org.alongside.auditlog.note.KeyType;
import org.alongside.auditlog.note.LogKey;
import org.alongside.auditlog.note.SignedNote;
import org.alongside.auditlog.note.SignerKey;
import org.alongside.auditlog.note.Trust;
import org.alongside.auditlog.tile.PublishedLog;
import org.alongside.auditlog.tile.TileName;

/** A log like those of the suite, laid out by {@link ReferenceLayout}, signed by its own key and cosigned by one witness. */
public final class SampleLog {

    public static final String ORIGIN = "agency.example/alongside";
    public static final SignerKey KEY = SignerKey.generate(ORIGIN, KeyType.ED25519);
    public static final SignerKey WITNESS = SignerKey.generate("witness.example/w1", KeyType.COSIGNATURE);
    public static final Instant NOW = Instant.parse("2026-11-22T21:00:00Z");

    private static final String[] SERVICES = {"intake", "planning", "referral"};

    private SampleLog() {}

    /** Believes the key of the log and asks for the witness. */
    public static Trust trust() {
        return new Trust(ORIGIN, List.of(new LogKey(KEY.verifier(), 0, Long.MAX_VALUE)), List.of(WITNESS.verifier()),
                1);
    }

    /** Events of three sources, each numbered without gap. */
    public static List<byte[]> entries(int count) {
        Random random = new Random(count);
        List<byte[]> entries = new ArrayList<>();
        int[] sequences = new int[SERVICES.length];
        for (int i = 0; i < count; i++) {
            int service = random.nextInt(SERVICES.length);
            entries.add(entry(SERVICES[service], ++sequences[service], payload(SERVICES[service], random)));
        }
        return entries;
    }

    public static byte[] entry(String service, long sequence, String payload) {
        return LogEntry.of("/alongside/" + service, 1, sequence, payload.getBytes(UTF_8)).bytes();
    }

    public static String payload(String service, Random random) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        return "{\"id\":\"" + id + "\",\"at\":\"2026-11-22T20:59:59." + (100000000 + random.nextInt(899999999))
                + "Z\",\"access\":\""
                + new UUID(random.nextLong(), random.nextLong()) + "\",\"service\":\"" + service
                + "\",\"op\":\"client.read\",\"action\":\"R\",\"kind\":\"worker\",\"actor\":\""
                + new UUID(1, random.nextInt(50))
                + "\",\"agency\":\"0a000000-0000-4000-8000-000000000001\",\"client\":\""
                + new UUID(2, random.nextInt(500))
                + "\",\"parts\":[\"identity\",\"contact\"],\"purpose\":\"TREAT\",\"basis\":\"home-agency\",\"outcome\":\"allowed\"}";
    }

    public static ReferenceTree tree(List<byte[]> entries) {
        ReferenceTree tree = new ReferenceTree();
        entries.forEach(tree::add);
        return tree;
    }

    /** The files of a published log. */
    public static Map<String, byte[]> files(List<byte[]> entries) {
        ReferenceTree tree = tree(entries);
        Map<String, byte[]> files = new TreeMap<>(ReferenceLayout.bundles(entries));
        files.putAll(ReferenceLayout.tiles(tree, entries.size()));
        files.put("checkpoint", checkpoint(entries.size(), tree.root(0, entries.size())).bytes());
        return files;
    }

    public static SignedNote checkpoint(long size, byte[] root) {
        return new Checkpoint(ORIGIN, size, root).sign(List.of(KEY, WITNESS), NOW);
    }

    public static PublishedLog published(Map<String, byte[]> files) {
        return new PublishedLog() {
            @Override
            public Optional<byte[]> checkpoint() {
                return Optional.ofNullable(files.get("checkpoint"));
            }

            @Override
            public Optional<byte[]> read(TileName name) {
                return Optional.ofNullable(files.get(name.toString()));
            }

            @Override
            public Optional<byte[]> kept(TileName bundle) {
                return Optional.ofNullable(files.get(bundle.keptPath()));
            }
        };
    }

    public static void write(Map<String, byte[]> files, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    /** Lines of an export without columns. */
    public static List<String> exportLines(List<byte[]> entries) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            lines.add(exportLine(i, entries.get(i)));
        }
        lines.add(checkpointLine(checkpoint(entries.size(), tree(entries).root(0, entries.size()))));
        return lines;
    }

    public static String exportLine(int index, byte[] entry) {
        return "{\"entry_index\":" + index + ",\"entry\":\"" + Base64.getEncoder().encodeToString(entry) + "\"}";
    }

    public static String checkpointLine(SignedNote note) {
        return "{\"checkpoint\":\"" + note.toString().replace("\n", "\\n") + "\"}";
    }
}

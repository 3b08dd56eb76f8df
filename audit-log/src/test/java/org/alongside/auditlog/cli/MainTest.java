package org.alongside.auditlog.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

import org.alongside.auditlog.note.SignedNote;
import org.alongside.auditlog.testing.SampleLog;
import org.alongside.auditlog.tile.EntryBundle;
import org.alongside.auditlog.tile.TileName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Through the command line, as an auditor or witness uses it; the jar itself starts the same class. */
class MainTest {

    private static final List<byte[]> ENTRIES = SampleLog.entries(1000);
    private static final Map<String, byte[]> FILES = SampleLog.files(ENTRIES);
    private static final String KEYS = "origin " + SampleLog.ORIGIN + "\nkey " + SampleLog.KEY.verifier() + "\n";
    private static final String WITNESSED = KEYS + "witness " + SampleLog.WITNESS.verifier() + "\nquorum 1\n";

    @TempDir
    Path dir;
    private Path log;
    private String trust;
    private String out;
    private String err;

    @BeforeEach
    void publish() throws IOException {
        log = Files.createDirectory(dir.resolve("log"));
        SampleLog.write(FILES, log);
        trust = Files.writeString(dir.resolve("trust"), WITNESSED).toString();
    }

    private Exit run(Object... arguments) {
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        Exit exit = Main.run(Arrays.stream(arguments).map(Object::toString).toList(),
                new PrintStream(outBytes, true, UTF_8),
                new PrintStream(errBytes, true, UTF_8));
        out = outBytes.toString(UTF_8);
        err = errBytes.toString(UTF_8);
        return exit;
    }

    private Exit verify(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("verify", "--trust", trust));
        all.addAll(List.of(arguments));
        return run(all.toArray());
    }

    @Test
    void aSoundFolder() throws IOException {
        Path report = dir.resolve("report.json");
        assertEquals(Exit.SOUND, verify("--folder", log, "--report", report, "--threads", 1));
        assertTrue(out.endsWith("SOUND: the log is complete and unchanged\n"), out);
        String json = Files.readString(report);
        assertTrue(json.startsWith("{\"verdict\":\"sound\",\"origin\":\"agency.example/alongside\",\"size\":1000,"));
        assertTrue(json.contains("\"checkpoint\":\"agency.example/alongside\\u000a1000\\u000a"), json);
        assertTrue(json.matches("(?s).*\"finishedAt\":\"[-0-9T:.]+Z\",\"verifier\":\"audit-log\".*"), json);
    }

    @Test
    void aTouchedFolder() throws IOException {
        flip(log.resolve("tile/entries/002"), 5000);
        Path report = dir.resolve("report.json");
        assertEquals(Exit.TOUCHED, verify("--folder", log, "--report", report));
        assertTrue(
                out.matches("(?s)Entry 5[0-9]{2} was changed, or its hash in tile/0/002: .*TOUCHED: [0-9]+ findings\n"),
                out);
        assertTrue(Files.readString(report).startsWith("{\"verdict\":\"touched\""));
    }

    @Test
    void entriesWhoseTimeIsOverMayBeRemoved() throws IOException {
        Files.delete(log.resolve("tile/entries/000"));
        assertEquals(Exit.TOUCHED, verify("--folder", log));
        assertTrue(out.startsWith("Entries 0 to 255 are missing, and no checkpoint shows"), out);
        Path aged = Files.write(dir.resolve("aged"),
                SampleLog.checkpoint(300, SampleLog.tree(ENTRIES).root(0, 300)).bytes());
        assertEquals(Exit.SOUND, verify("--folder", log, "--aged", aged), () -> out);
        assertTrue(out.contains("SOUND from entry 256 on"), out);
        Files.write(aged, SampleLog.checkpoint(300, SampleLog.tree(ENTRIES).root(0, 299)).bytes());
        assertEquals(Exit.TOUCHED, verify("--folder", log, "--aged", aged), "it is of another log");
    }

    /** The auditor need not know about checkpoints: the memory has one from before. */
    @Test
    void aMemoryOfYearsKnowsWhatMayBeRemoved() throws IOException {
        Path memory = dir.resolve("memory");
        assertEquals(Exit.SOUND, verify("--folder", log, "--memory", memory), () -> out + err);
        Files.delete(log.resolve("tile/entries/000"));
        assertEquals(Exit.TOUCHED, verify("--folder", log, "--memory", memory));
        Path today = onlyMonthly(memory);
        Files.move(today, memory.resolve("checkpoint-" + LocalDate.now(ZoneOffset.UTC).minusYears(3)));
        assertEquals(Exit.TOUCHED, verify("--folder", log, "--memory", memory));
        assertEquals(Exit.SOUND, verify("--folder", log, "--memory", memory, "--agreed", "P3Y"), () -> out + err);
        assertTrue(out.contains("SOUND from entry 256 on"), out);

        SampleLog.write(SampleLog.files(ENTRIES.subList(0, 900)), log);
        assertEquals(Exit.TOUCHED, verify("--folder", log, "--memory", memory, "--agreed", "P3Y"));
        assertTrue(out.contains("The log ends before entry 900"), out);
        assertEquals(Exit.USAGE, verify("--folder", log, "--memory", memory, "--agreed", "6"));
        assertEquals(Exit.USAGE, verify("--export", log, "--memory", memory));
    }

    private static Path onlyMonthly(Path memory) throws IOException {
        try (var files = Files.list(memory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("checkpoint-")).findAny()
                    .orElseThrow();
        }
    }

    private static void flip(Path file, int position) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[position] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void anExport() throws IOException {
        List<String> lines = SampleLog.exportLines(ENTRIES);
        Path export = Files.write(dir.resolve("export.ndjson"), lines);
        assertEquals(Exit.SOUND, verify("--export", export), () -> out);
        lines.remove(77);
        Files.write(export, lines);
        assertEquals(Exit.TOUCHED, verify("--export", export));
        assertTrue(out.startsWith("Entries 77 to 77 are missing: entry 78 comes next\n"), out);
        assertTrue(out.contains(": 77 entries read, 0 of them under a right checkpoint"), out);
    }

    @Test
    void aTailThatWasCutIsFoundWithTheCheckpointOfTheWitness() throws IOException {
        Path state = dir.resolve("state");
        Path key = Files.writeString(dir.resolve("key"), SampleLog.WITNESS.secret() + "\n");
        assertEquals(Exit.SOUND, run("witness", "--trust", trust, "--key", key, "--state", state, "--folder", log));
        assertEquals(3, SignedNote.parse(out.getBytes(UTF_8)).signatures().size() + 1);
        Path kept;
        try (var found = Files.walk(state)) {
            kept = found.filter(file -> file.endsWith("checkpoint")).findAny().orElseThrow();
        }
        Path cut = Files.createDirectory(dir.resolve("cut"));
        SampleLog.write(SampleLog.files(ENTRIES.subList(0, 900)), cut);
        assertEquals(Exit.SOUND, verify("--folder", cut));
        assertEquals(Exit.TOUCHED, verify("--folder", cut, "--kept", kept));
        assertTrue(out.contains("The log ends before entry 900"), out);
        assertEquals(Exit.TOUCHED, run("witness", "--trust", trust, "--key", key, "--state", state, "--folder", cut));
        assertTrue(out.startsWith("REFUSED: The log shows 900 entries, and this witness has cosigned it with 1000"),
                out);
    }

    @Test
    void aKeyForAWitness() throws IOException {
        Path key = dir.resolve("new.key");
        assertEquals(Exit.SOUND, run("witness", "--new-key", "witness.example/w2", "--key", key));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        trust = Files.writeString(dir.resolve("trust2"), KEYS + out + "quorum 1\n").toString();
        assertEquals(Exit.TOUCHED, verify("--folder", log));
        assertTrue(out.contains("Only 0 of the 1 witnesses"), out);
        run("witness", "--trust", trust, "--key", key, "--state", dir.resolve("s"), "--folder", log);
        Files.writeString(log.resolve("checkpoint"), out);
        assertEquals(Exit.SOUND, verify("--folder", log), () -> out);
        assertEquals(Exit.UNREADABLE, run("witness", "--new-key", "x", "--key", key));
        assertTrue(err.contains("exists already"), err);
    }

    @Test
    void anEntryAndItsProof() throws IOException {
        Path saved = dir.resolve("entry");
        assertEquals(Exit.SOUND, run("inspect", "--trust", trust, "--folder", log, "--entry", 640, "--save", saved),
                () -> out + err);
        assertTrue(out.contains("entry 640: event "), out);
        assertArrayEquals(ENTRIES.get(640), Files.readAllBytes(saved));
        assertEquals(Exit.SOUND, run("inspect", "--trust", trust, "--proof", saved + ".tlog-proof", "--bytes", saved));
        assertTrue(out.startsWith("PROVED: the bytes are entry 640 of the checkpoint of " + SampleLog.ORIGIN), out);
        flip(saved, 60);
        assertEquals(Exit.TOUCHED,
                run("inspect", "--trust", trust, "--proof", saved + ".tlog-proof", "--bytes", saved));
        assertTrue(out.startsWith("NOT PROVED: These bytes are not entry 640"), out);
        flip(log.resolve("tile/entries/002"), 130 * 400);
        assertEquals(Exit.SOUND, run("inspect", "--trust", trust, "--folder", log));
        assertEquals(Exit.USAGE, run("inspect", "--trust", trust, "--folder", log, "--entry", 1000));
    }

    @Test
    void anEntryThatWasKeptIsProvedWhenTheLogHasItNoMore() throws IOException {
        Path kept = Files.write(dir.resolve("kept"), ENTRIES.get(640));
        Files.createDirectories(log.resolve("kept/entries"));
        Files.write(log.resolve("kept/entries/002"), EntryBundle.bytes(ENTRIES.subList(700, 768)));
        Files.delete(log.resolve("tile/entries/002"));
        assertEquals(Exit.SOUND, run("inspect", "--trust", trust, "--folder", log, "--entry", 700), () -> out + err);
        assertEquals(Exit.UNREADABLE, run("inspect", "--trust", trust, "--folder", log, "--entry", 640));
        assertTrue(err.contains("Entry 640 is not there, only its hash is"), err);
        assertEquals(Exit.SOUND,
                run("inspect", "--trust", trust, "--folder", log, "--entry", 640, "--bytes", kept), () -> out + err);
        flip(kept, 60);
        assertEquals(Exit.TOUCHED,
                run("inspect", "--trust", trust, "--folder", log, "--entry", 640, "--bytes", kept));
    }

    @Test
    void overHttp() throws IOException {
        HttpServer server = serve(new HashMap<>(FILES), 200);
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/log/";
            assertEquals(Exit.SOUND, verify("--url", url), () -> out + err);
            assertEquals(Exit.SOUND,
                    run("inspect", "--trust", trust, "--url", url.replaceAll("/$", ""), "--entry", 999),
                    () -> out + err);
        } finally {
            server.stop(0);
        }
        assertEquals(Exit.UNREADABLE, verify("--url", "http://127.0.0.1:" + server.getAddress().getPort() + "/log"));
        assertTrue(err.startsWith("Could not read http://127.0.0.1:"), err);
    }

    @Test
    void whatTheServerDoesNotHaveAndWhatItCannotSay() throws IOException {
        Map<String, byte[]> files = new HashMap<>(FILES);
        files.remove("tile/entries/001");
        for (int status : new int[]{404, 500}) {
            HttpServer server = serve(files, status);
            try {
                Exit exit = verify("--url", "http://127.0.0.1:" + server.getAddress().getPort() + "/log");
                assertEquals(status == 404 ? Exit.TOUCHED : Exit.UNREADABLE, exit);
                assertTrue(
                        status == 404 ? out.startsWith("Entries 256 to 511 are missing") : err.contains("answered 500"),
                        out + err);
            } finally {
                server.stop(0);
            }
        }
    }

    /** Bundles are packed, as tlog-tiles allows. */
    private static HttpServer serve(Map<String, byte[]> files, int otherwise) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(2, task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/log/", exchange -> answer(exchange, files, otherwise));
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, Map<String, byte[]> files, int otherwise) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/log/".length());
        byte[] bytes = files.get(path);
        if (bytes == null) {
            exchange.sendResponseHeaders(path.contains(".p/") ? 404 : otherwise, -1);
        } else if (path.startsWith("tile/entries")) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = new GZIPOutputStream(exchange.getResponseBody())) {
                body.write(bytes);
            }
        } else {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Test
    void verifiesTheLogAtACheckpointThatItHasOutgrown() throws IOException {
        Map<String, byte[]> before = SampleLog.files(ENTRIES.subList(0, 700));
        SampleLog.write(before, log);
        SampleLog.write(FILES, log);
        Path old = Files.write(dir.resolve("old"), before.get("checkpoint"));
        assertEquals(Exit.SOUND, verify("--folder", log, "--checkpoint", old), () -> out + err);
        assertTrue(out.contains("700 entries read"), out);
        flip(log.resolve("tile/entries/000"), 9);
        assertEquals(Exit.TOUCHED, verify("--folder", log, "--checkpoint", old));
    }

    @Test
    void sendsATokenToWhoeverShowsEntriesWithOneOnly() throws IOException {
        HttpServer server = serve(FILES, 404);
        Path token = dir.resolve("token");
        String url = "http://localhost:" + server.getAddress().getPort() + "/log";
        server.createContext("/log/tile/entries/", exchange -> {
            if ("Bearer sesame".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, FILES, 404);
            } else {
                exchange.sendResponseHeaders(401, -1);
                exchange.close();
            }
        });
        try {
            assertEquals(Exit.UNREADABLE, verify("--url", url));
            assertTrue(err.contains("auditors only"), err);
            Files.writeString(token, "sesame\n");
            assertEquals(Exit.SOUND, verify("--url", url, "--token-file", token), () -> out + err);
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "foo", "verify", "verify --trust TRUST", "verify --folder LOG",
            "verify --trust TRUST --folder LOG --url x",
            "verify --trust TRUST --folder", "verify --trust TRUST --url ftp://x",
            "verify --trust TRUST --url http://[x",
            "verify --trust TRUST --folder LOG --threads 0", "verify --trust TRUST --folder LOG --threads x",
            "verify --foo bar",
            "verify --trust TRUST --trust TRUST --folder LOG", "witness", "witness --key k", "inspect",
            "inspect --trust TRUST",
            "inspect --trust TRUST --folder LOG --entry -1", "witness --new-key a+b --key k"})
    void whatIsNoCommandLine(String line) {
        String filled = line.replace("TRUST", trust).replace("LOG", log.toString());
        assertEquals(Exit.USAGE, run((Object[]) (filled.isEmpty() ? new String[0] : filled.split(" "))));
        assertTrue(err.contains("Usage: java -jar audit-log.jar"), err);
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify --trust NONE --folder LOG", "verify --trust TRUST --folder NONE",
            "verify --trust TRUST --export NONE",
            "verify --trust LOG/checkpoint --folder LOG", "verify --trust TRUST --folder LOG --kept NONE",
            "verify --trust TRUST --folder LOG --kept TRUST",
            "witness --trust TRUST --key NONE --state NONE --folder LOG",
            "witness --trust TRUST --key TRUST --state NONE --folder LOG",
            "inspect --trust TRUST --proof NONE --bytes NONE",
            "verify --trust TRUST --folder LOG/tile"})
    void whatCannotBeRead(String line) {
        String filled = line.replace("TRUST", trust).replace("LOG", log.toString()).replace("NONE",
                dir.resolve("none").toString());
        assertEquals(Exit.UNREADABLE, run((Object[]) filled.split(" ")), () -> out + err);
        assertFalse(err.isBlank());
    }

    /**
     * Goal A6 through the command line: bytes anywhere in a log of 10,000 entries, each found with its entry.
     * {@code -Dalongside.exhaustive=true} takes 10,000 bytes.
     */
    @Test
    void bytesFlippedAnywhere() throws IOException {
        Map<String, byte[]> files = new TreeMap<>(SampleLog.files(SampleLog.entries(10_000)));
        SampleLog.write(files, log);
        List<String> paths = new ArrayList<>(files.keySet());
        Random random = new Random(1);
        int trials = Boolean.getBoolean("alongside.exhaustive") ? 10_000 : 120;
        for (int i = 0; i < trials; i++) {
            String path = paths.get(random.nextInt(paths.size()));
            int at = random.nextInt(files.get(path).length);
            flip(log.resolve(path), at);
            assertEquals(Exit.TOUCHED, verify("--folder", log, "--threads", 1),
                    () -> path + " byte " + at + "\n" + out + err);
            assertNames(path, at, files.get(path));
            flip(log.resolve(path), at);
        }
        assertEquals(Exit.SOUND, verify("--folder", log));
    }

    /** The first finding names the entry, or the first of those under a hash; a checkpoint is about the whole log. */
    private void assertNames(String path, int at, byte[] file) {
        if (!path.equals("checkpoint")) {
            TileName name = TileName.parse(path);
            long entry = name.firstEntry(name.level() == TileName.ENTRIES ? entryAt(file, at) : at / 32);
            Matcher named = Pattern.compile("(?i)entr(?:y|ies) ([0-9]+)").matcher(out);
            assertTrue(named.find(), out);
            assertEquals(entry, Long.parseLong(named.group(1)), path + " byte " + at + "\n" + out);
        }
    }

    private static int entryAt(byte[] bundle, int position) {
        int entry = 0;
        for (int at = 0; at + 2 + length(bundle, at) <= position; at += 2 + length(bundle, at)) {
            entry++;
        }
        return entry;
    }

    private static int length(byte[] bundle, int at) {
        return (bundle[at] & 0xFF) << 8 | bundle[at + 1] & 0xFF;
    }
}

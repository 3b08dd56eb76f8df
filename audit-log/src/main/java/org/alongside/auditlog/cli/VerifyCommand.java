package org.alongside.auditlog.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.alongside.auditlog.memory.AuditorMemory;
import org.alongside.auditlog.note.Checkpoint;
import org.alongside.auditlog.note.Trust;
import org.alongside.auditlog.note.UntrustedNote;
import org.alongside.auditlog.tile.LogAt;
import org.alongside.auditlog.tile.PublishedLog;
import org.alongside.auditlog.verify.ExportSource;
import org.alongside.auditlog.verify.LogSource;
import org.alongside.auditlog.verify.LogVerifier;
import org.alongside.auditlog.verify.Report;
import org.alongside.auditlog.verify.TiledSource;

/** {@code verify}: is the log complete and unchanged? */
final class VerifyCommand implements Command {

    private static final Set<String> OPTIONS = Set.of("--url", "--folder", "--export", "--trust", "--kept", "--report",
            "--threads", "--token-file", "--checkpoint", "--aged", "--memory", "--agreed");
    private static final String SIX_YEARS = "P6Y";

    @Override
    public Exit run(List<String> arguments, PrintStream out) throws IOException {
        Arguments given = new Arguments(arguments, OPTIONS);
        String from = given.onlyOneOf("--url", "--folder", "--export");
        Trust trust = Inputs.trust(given);
        if (given.one("--memory").isPresent()) {
            return runWithMemory(given, from, trust, out);
        }
        LogVerifier verifier = verifier(given, trust, List.of(), List.of());
        try (LogSource source = from.equals("--export")
                ? export(given.path(from))
                : new TiledSource(Inputs.logAt(given))) {
            return told(verifier.verify(source), given, out);
        }
    }

    private static Exit runWithMemory(Arguments given, String from, Trust trust, PrintStream out) throws IOException {
        if (from.equals("--export")) {
            throw new UsageFault("--memory needs --url or --folder");
        }
        AuditorMemory memory = new AuditorMemory(given.path("--memory"), trust, Clock.systemUTC());
        PublishedLog log = Inputs.logAt(given);
        byte[] note = log.checkpoint().orElseThrow(() -> new IOException("The log has no file 'checkpoint'"));
        LogVerifier verifier = verifier(given, trust, memory.kept(), memory.aged(agreed(given)).stream().toList());
        Exit exit = told(verifier.verify(new TiledSource(new LogAt(note, log))), given, out);
        if (exit == Exit.SOUND) {
            memory.remember(note);
        }
        return exit;
    }

    private static LogVerifier verifier(Arguments given, Trust trust, List<Checkpoint> remembered,
            List<Checkpoint> aged) throws IOException {
        List<Checkpoint> kept = new ArrayList<>(remembered);
        kept.addAll(kept("--kept", given, trust));
        List<Checkpoint> old = new ArrayList<>(aged);
        old.addAll(kept("--aged", given, trust));
        LogVerifier verifier = new LogVerifier(trust, kept, threads(given));
        for (Checkpoint each : old) {
            verifier = verifier.allowingRemoved(each);
        }
        return verifier;
    }

    private static Exit told(Report report, Arguments given, PrintStream out) throws IOException {
        Optional<String> file = given.one("--report");
        if (file.isPresent()) {
            Files.writeString(Path.of(file.get()), report.json() + "\n");
        }
        report.lines().forEach(out::println);
        return report.isSound() ? Exit.SOUND : Exit.TOUCHED;
    }

    private static Period agreed(Arguments given) {
        try {
            return Period.parse(given.one("--agreed").orElse(SIX_YEARS));
        } catch (DateTimeException e) {
            throw new UsageFault("--agreed is a period such as P6Y or P18M");
        }
    }

    private static List<Checkpoint> kept(String option, Arguments given, Trust trust) throws IOException {
        List<Checkpoint> kept = new ArrayList<>();
        for (String file : given.all(option)) {
            try {
                kept.add(trust.openSigned(Inputs.note(Inputs.bytes(Path.of(file)), file)));
            } catch (UntrustedNote e) {
                throw new IOException("The checkpoint kept in " + file + " is of no use: " + e.getMessage(), e);
            }
        }
        return kept;
    }

    private static int threads(Arguments given) {
        long threads = given.one("--threads").map(value -> Arguments.number("--threads", value))
                .orElse((long) Runtime.getRuntime().availableProcessors());
        if (threads < 1 || threads > 256) {
            throw new UsageFault("--threads is 1 to 256");
        }
        return (int) threads;
    }

    private static LogSource export(Path file) throws IOException {
        if (file.toString().equals("-")) {
            return new ExportSource(System.in);
        }
        try {
            return new ExportSource(Files.newInputStream(file));
        } catch (NoSuchFileException e) {
            throw new IOException("There is no file " + file, e);
        }
    }

    static final String USAGE = """
            verify  --trust FILE (--url URL [--token-file FILE] | --folder FOLDER | --export FILE)
                    [--checkpoint FILE] [--kept FILE]... [--aged FILE]... [--report FILE]
                    [--memory FOLDER [--agreed PERIOD]] [--threads N]
                Computes the whole log anew. --url and --folder have the layout of C2SP tlog-tiles;
                --export is NDJSON from the database, - for standard input. --token-file holds an
                access token for the entries and is read anew for each bundle of them, so that it
                can be renewed meanwhile. --checkpoint is one to verify the log at instead of its newest,
                for example one that witnesses cosigned (--url and --folder). --kept is a checkpoint
                kept from earlier, for example a witness'. --aged is one kept from so long ago that
                the entries that it covers may be gone by now; their hashes are still verified.
                --memory is a folder that keeps the checkpoint of each sound log, and the first of
                each month for good; later logs have to continue them, and what those cover that
                are older than --agreed (default P6Y) may be gone. --report writes the result as
                JSON.
            """.stripTrailing();
}

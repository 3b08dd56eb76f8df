package org.alongside.auditlog.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.alongside.auditlog.note.Checkpoint;
import org.alongside.auditlog.note.Trust;
import org.alongside.auditlog.note.UntrustedNote;
import org.alongside.auditlog.verify.ExportSource;
import org.alongside.auditlog.verify.LogSource;
import org.alongside.auditlog.verify.LogVerifier;
import org.alongside.auditlog.verify.Report;
import org.alongside.auditlog.verify.TiledSource;

/** {@code verify}: is the log complete and unchanged? */
final class VerifyCommand implements Command {

    private static final Set<String> OPTIONS = Set.of("--url", "--folder", "--export", "--trust", "--kept", "--report",
            "--threads", "--token-file", "--checkpoint", "--retention");

    /** How long the log keeps entries unless its operator says otherwise. */
    private static final String SIX_YEARS = "P6Y";

    @Override
    public Exit run(List<String> arguments, PrintStream out) throws IOException {
        Arguments given = new Arguments(arguments, OPTIONS);
        String from = given.onlyOneOf("--url", "--folder", "--export");
        Trust trust = Inputs.trust(given);
        LogVerifier verifier = new LogVerifier(trust, kept(given, trust), threads(given))
                .allowingRemovedBefore(overBefore(given));
        try (LogSource source = from.equals("--export")
                ? export(given.path(from))
                : new TiledSource(Inputs.logAt(given))) {
            Report report = verifier.verify(source);
            Optional<String> file = given.one("--report");
            if (file.isPresent()) {
                Files.writeString(Path.of(file.get()), report.json() + "\n");
            }
            report.lines().forEach(out::println);
            return report.isSound() ? Exit.SOUND : Exit.TOUCHED;
        }
    }

    private static List<Checkpoint> kept(Arguments given, Trust trust) throws IOException {
        List<Checkpoint> kept = new ArrayList<>();
        for (String file : given.all("--kept")) {
            try {
                kept.add(trust.openSigned(Inputs.note(Inputs.bytes(Path.of(file)), file)));
            } catch (UntrustedNote e) {
                throw new IOException("The checkpoint kept in " + file + " is of no use: " + e.getMessage(), e);
            }
        }
        return kept;
    }

    private static Instant overBefore(Arguments given) {
        String retention = given.one("--retention").orElse(SIX_YEARS);
        try {
            return OffsetDateTime.now(ZoneOffset.UTC).minus(Period.parse(retention)).toInstant();
        } catch (DateTimeException e) {
            throw new UsageFault("--retention is a period such as P6Y or P18M: " + retention);
        }
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
                    [--checkpoint FILE] [--kept FILE]... [--retention PERIOD] [--report FILE]
                    [--threads N]
                Computes the whole log anew. --url and --folder have the layout of C2SP tlog-tiles;
                --export is NDJSON from the database, - for standard input. --token-file holds an
                access token for the entries and is read anew for each bundle of them, so that it
                can be renewed meanwhile. --checkpoint is one to verify the log at instead of its newest,
                for example one that witnesses cosigned (--url and --folder). --kept is a checkpoint
                kept from earlier, for example a witness'. --retention is how long the log has to keep
                entries, P6Y unless given: older ones may be removed from its front, and their hashes
                are still verified. --report writes the result as JSON.
            """.stripTrailing();
}

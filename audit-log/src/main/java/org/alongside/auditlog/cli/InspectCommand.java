package org.alongside.auditlog.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.alongside.auditlog.LeafHash;
import org.alongside.auditlog.LogEntry;
import org.alongside.auditlog.note.Checkpoint;
import org.alongside.auditlog.note.SignedNote;
import org.alongside.auditlog.note.Trust;
import org.alongside.auditlog.note.UntrustedNote;
import org.alongside.auditlog.proof.ProofBundle;
import org.alongside.auditlog.tile.EntryBundle;
import org.alongside.auditlog.tile.PublishedLog;
import org.alongside.auditlog.tile.TileName;
import org.alongside.auditlog.tile.TileReader;
import org.alongside.auditlog.tree.InclusionProof;

/** {@code inspect}: shows the checkpoint, one entry with its proof, or whether a proof holds. */
final class InspectCommand implements Command {

    static final String USAGE = """
            inspect --trust FILE (--url URL [--token-file FILE] | --folder FOLDER)
                    [--entry N [--bytes FILE] [--save FILE]]
                Shows the checkpoint and, if asked for, entry N once its proof holds. --bytes has
                its bytes as they were kept, for example when the log has removed the entry since;
                hashes need no token. --save writes its bytes to FILE and its proof to
                FILE.tlog-proof.
            inspect --trust FILE --proof FILE --bytes FILE
                Says whether a proof holds for the bytes of an entry, without the log.
            """.stripTrailing();

    private static final Set<String> OPTIONS = Set.of("--url", "--folder", "--trust", "--entry", "--save", "--proof",
            "--bytes", "--token-file");

    @Override
    public Exit run(List<String> arguments, PrintStream out) throws IOException {
        Arguments given = new Arguments(arguments, OPTIONS);
        Trust trust = Inputs.trust(given);
        try {
            return given.one("--proof").isPresent() ? inspectProof(given, trust, out) : inspectLog(given, trust, out);
        } catch (UntrustedNote | IllegalArgumentException e) {
            out.println("NOT PROVED: " + e.getMessage());
            return Exit.TOUCHED;
        }
    }

    private static Exit inspectProof(Arguments given, Trust trust, PrintStream out) throws IOException, UntrustedNote {
        ProofBundle proof = ProofBundle.parse(Inputs.bytes(given.path("--proof")));
        Checkpoint proved = proof.verify(Inputs.bytes(given.path("--bytes")), trust);
        out.println("PROVED: the bytes are entry " + proof.index() + " of the " + proved);
        return Exit.SOUND;
    }

    private static Exit inspectLog(Arguments given, Trust trust, PrintStream out) throws IOException, UntrustedNote {
        PublishedLog log = Inputs.log(given);
        SignedNote note = SignedNote
                .parse(log.checkpoint().orElseThrow(() -> new IOException("The log has no file 'checkpoint'")));
        Checkpoint checkpoint = trust.open(note);
        out.println(checkpoint);
        note.signatures().forEach(signature -> out.println("signed: " + signature.name()));
        if (given.one("--entry").isPresent()) {
            inspectEntry(given, trust, log, note, checkpoint, out);
        }
        return Exit.SOUND;
    }

    private static void inspectEntry(Arguments given, Trust trust, PublishedLog log, SignedNote note,
            Checkpoint checkpoint,
            PrintStream out) throws IOException, UntrustedNote {
        long index = Arguments.number("--entry", given.required("--entry"));
        if (index < 0 || index >= checkpoint.size()) {
            throw new UsageFault("The log has entries 0 to " + (checkpoint.size() - 1) + ", not " + index);
        }
        byte[] bytes = given.one("--bytes").isPresent()
                ? Inputs.bytes(given.path("--bytes"))
                : entry(log, index, checkpoint.size());
        InclusionProof path = InclusionProof.of(new TileReader(log, checkpoint.size()), index, checkpoint.size());
        ProofBundle proof = ProofBundle.of(path, note);
        proof.verify(bytes, trust);
        LogEntry entry = LogEntry.parse(bytes);
        out.println("entry " + index + ": event " + entry.sequence() + " of " + entry.source() + " in epoch "
                + entry.epoch());
        out.println("leaf hash: " + HexFormat.of().formatHex(LeafHash.of(bytes)));
        out.println(new String(entry.payload(), UTF_8));
        if (given.one("--save").isPresent()) {
            Files.write(given.path("--save"), bytes);
            Files.write(Path.of(given.required("--save") + ".tlog-proof"), proof.bytes());
        }
    }

    private static byte[] entry(PublishedLog log, long index, long size) throws IOException {
        TileName name = TileName.in(TileName.ENTRIES, index / TileName.FULL, size);
        List<byte[]> entries = bundle(log, name).entries();
        int position = (int) (index % TileName.FULL);
        if (position >= entries.size()) {
            throw new IllegalArgumentException(name + " ends before entry " + index);
        }
        if (entries.get(position) == null) {
            throw new IOException("Entry " + index + " is not there, only its hash is: give its bytes as --bytes");
        }
        return entries.get(position);
    }

    private static EntryBundle bundle(PublishedLog log, TileName name) throws IOException {
        Optional<byte[]> whole = log.readOrFull(name);
        return whole.isPresent()
                ? EntryBundle.parse(whole.get())
                : log.keptOrFull(name).orElseThrow(() -> new IOException("The log has no entries of " + name
                        + ": they were removed, or are missing. An entry that you kept is proved with --bytes"));
    }
}

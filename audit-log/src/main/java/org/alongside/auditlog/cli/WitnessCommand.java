package org.alongside.auditlog.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Set;

import org.alongside.auditlog.note.KeyType;
import org.alongside.auditlog.note.SignedNote;
import org.alongside.auditlog.note.SignerKey;
import org.alongside.auditlog.note.UntrustedNote;
import org.alongside.auditlog.tile.PublishedLog;
import org.alongside.auditlog.tile.TileReader;
import org.alongside.auditlog.witness.RefusedCheckpoint;
import org.alongside.auditlog.witness.Witness;

/** {@code witness}: does the log continue what was seen of it before? If so, say it with a signature. */
final class WitnessCommand implements Command {

    static final String USAGE = """
            witness --trust FILE --key FILE --state FOLDER (--url URL | --folder FOLDER)
                Checks that the log continues the newest checkpoint that this witness cosigned,
                remembers the new one in FOLDER, and prints it with the cosignature.
            witness --new-key NAME --key FILE
                Makes a key for a witness, writes it to FILE, which must not exist, and prints the
                line for the trust files of those who are to believe this witness.
            """.stripTrailing();

    private static final Set<String> OPTIONS = Set.of("--url", "--folder", "--trust", "--key", "--state", "--new-key");

    @Override
    public Exit run(List<String> arguments, PrintStream out) throws IOException {
        Arguments given = new Arguments(arguments, OPTIONS);
        Path keyFile = given.path("--key");
        if (given.one("--new-key").isPresent()) {
            return makeKey(given.required("--new-key"), keyFile, out);
        }
        Path state = given.path("--state");
        PublishedLog log = Inputs.log(given);
        byte[] checkpoint = log.checkpoint().orElseThrow(() -> new IOException("The log has no file 'checkpoint'"));
        try {
            Witness witness = new Witness(key(keyFile), state, Clock.systemUTC());
            SignedNote cosigned = witness.cosign(Inputs.trust(given), SignedNote.parse(checkpoint),
                    size -> new TileReader(log, size));
            out.print(cosigned);
            return Exit.SOUND;
        } catch (UntrustedNote | RefusedCheckpoint | IllegalArgumentException e) {
            out.println("REFUSED: " + e.getMessage());
            return Exit.TOUCHED;
        }
    }

    private static SignerKey key(Path file) throws IOException {
        try {
            return SignerKey.parse(Inputs.text(file).strip());
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static Exit makeKey(String name, Path file, PrintStream out) throws IOException {
        SignerKey key = newKey(name);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            throw new IOException(file + " exists already; a key is not written over", e);
        }
        Files.writeString(file, key.secret() + "\n");
        out.println("witness " + key.verifier());
        return Exit.SOUND;
    }

    private static SignerKey newKey(String name) {
        try {
            return SignerKey.generate(name, KeyType.COSIGNATURE);
        } catch (IllegalArgumentException e) {
            throw new UsageFault("--new-key: " + e.getMessage());
        }
    }
}

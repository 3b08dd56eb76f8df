package org.alongside.auditlog.witness;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.alongside.auditlog.note.Checkpoint;
import org.alongside.auditlog.note.KeyType;
import org.alongside.auditlog.note.NoteSignature;
import org.alongside.auditlog.note.SignedNote;
import org.alongside.auditlog.note.SignerKey;
import org.alongside.auditlog.note.Trust;
import org.alongside.auditlog.note.UntrustedNote;
import org.alongside.auditlog.tree.ConsistencyProof;
import org.alongside.auditlog.tree.HashSource;
import org.alongside.auditlog.tree.TreeHasher;

/**
 * Somebody outside who remembers how far a log was and cosigns only what continues it. With that, whoever holds the log's key can
 * no longer rewrite it, or show two people two logs, without a trace. The first checkpoint of a log is believed as it is signed.
 *
 * @see <a href="https://c2sp.org/tlog-witness">C2SP tlog-witness, "add-checkpoint"</a>
 */
public final class Witness {

    private final SignerKey key;
    private final Path folder;
    private final Clock clock;

    /**
     * @param key    of type {@link KeyType#COSIGNATURE}
     * @param folder where it remembers; made when it is not there
     */
    public Witness(SignerKey key, Path folder, Clock clock) {
        if (key.verifier().type() != KeyType.COSIGNATURE) {
            throw new IllegalArgumentException(
                    "A witness needs a key for cosignatures, of type 4; " + key + " is another");
        }
        this.key = key;
        this.folder = folder;
        this.clock = clock;
    }

    /** Reads hashes of the log that a checkpoint is about. */
    @FunctionalInterface
    public interface Hashes {
        /** @param size of the checkpoint */
        HashSource of(long size) throws IOException;
    }

    /**
     * Checks, remembers, and only then hands out the checkpoint with the cosignature at its end.
     *
     * @param trust  whose signatures of the log count
     * @param hashes of the log, not trusted: the proof made from them is checked
     * @throws UntrustedNote     when the checkpoint is not signed by the log
     * @throws RefusedCheckpoint when it does not continue what this witness cosigned before
     * @throws IOException       when hashes or memory cannot be read or written; nothing is cosigned then
     */
    public synchronized SignedNote cosign(Trust trust, SignedNote note, Hashes hashes)
            throws IOException, UntrustedNote, RefusedCheckpoint {
        Checkpoint offered = trust.openSigned(note);
        try (WitnessMemory memory = new WitnessMemory(folder, offered.origin())) {
            Optional<byte[]> newest = memory.newest();
            if (newest.isPresent()) {
                requireContinuation(remembered(newest.get()), offered, note, hashes, memory);
            } else if (offered.size() == 0) {
                requireEmptyRoot(offered);
            }
            SignedNote cosigned = cosigned(note);
            memory.replace(cosigned, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
            return cosigned;
        }
    }

    private void requireContinuation(Checkpoint before, Checkpoint offered, SignedNote note, Hashes hashes,
            WitnessMemory memory)
            throws IOException, RefusedCheckpoint {
        if (offered.size() < before.size()) {
            throw new RefusedCheckpoint("The log shows " + offered.size()
                    + " entries, and this witness has cosigned it with "
                    + before.size() + ": its end was cut off, or an old state is shown. The checkpoint is kept in "
                    + memory.keepAsEvidence(note));
        }
        if (!continues(before, offered, hashes)) {
            throw new RefusedCheckpoint("The " + offered + " does not continue the " + before
                    + " that this witness cosigned: the log was rewritten or forked. Keep both; the new one is in "
                    + memory.keepAsEvidence(note));
        }
    }

    private static boolean continues(Checkpoint before, Checkpoint offered, Hashes hashes) throws IOException {
        if (before.size() == 0 || before.size() == offered.size()) {
            return new ConsistencyProof(before.size(), offered.size(), List.of()).proves(before.root(), offered.root());
        }
        return ConsistencyProof.of(hashes.of(offered.size()), before.size(), offered.size()).proves(before.root(),
                offered.root());
    }

    private static void requireEmptyRoot(Checkpoint offered) throws RefusedCheckpoint {
        if (!new ConsistencyProof(0, 0, List.of()).proves(TreeHasher.emptyRoot(), offered.root())) {
            throw new RefusedCheckpoint("The " + offered + " has another root than a log without entries");
        }
    }

    /** What this witness signed itself; anything else in its memory was put there by somebody else. */
    private Checkpoint remembered(byte[] bytes) throws IOException {
        try {
            SignedNote note = SignedNote.parse(bytes);
            if (note.signatures().stream()
                    .noneMatch(signature -> key.verifier().verifies(note.textBytes(), signature))) {
                throw new IllegalArgumentException("it is not cosigned with the key of this witness");
            }
            return Checkpoint.parse(note.text());
        } catch (IllegalArgumentException e) {
            throw new IOException("The memory of the witness in " + folder + " cannot be used: " + e.getMessage()
                    + ". Restore it, or start anew in another folder if you know why", e);
        }
    }

    private SignedNote cosigned(SignedNote note) {
        List<NoteSignature> others = note.signatures().stream().filter(signature -> !key.verifier().named(signature))
                .toList();
        return new SignedNote(note.text(), others).with(key.sign(note.textBytes(), clock.instant()));
    }
}

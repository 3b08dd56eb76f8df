package org.alongside.audit.cosignature;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.alongside.audit.checkpoint.Checkpoints;
import org.alongside.auditlog.note.Checkpoint;
import org.alongside.auditlog.note.NoteSignature;
import org.alongside.auditlog.note.SignedNote;
import org.alongside.auditlog.note.VerifierKey;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;
import org.hibernate.Session;

/** Keeps what witnesses signed, so that auditors find it beside the log's own signature. */
@ApplicationScoped
@Transactional
public class Cosignatures {

    private static final String STORE = """
            insert into log_cosignature (size, witness, signature, received_at) values (:size, :witness, :signature, :now)
            on conflict do nothing""";
    private static final String NEWEST = """
            select c.note || s.signatures from (
                select size, string_agg(signature || E'\\n', '' order by witness) as signatures
                  from log_cosignature group by size order by size desc limit 1) s join log_checkpoint c using (size)""";
    private static final String SEEN = """
            select distinct on (witness) witness, size, received_at as received
              from log_cosignature order by witness, size desc""";

    private final EntityManager entities;
    private final List<VerifierKey> witnesses;
    private final Checkpoints checkpoints;
    private final Clock clock;

    Cosignatures(EntityManager entities, CosignatureConfig config, Checkpoints checkpoints,
            Clock clock) {
        this.entities = entities;
        this.witnesses = config.witnesses().orElse(List.of()).stream().map(VerifierKey::parse).toList();
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    /**
     * What a witness saw last.
     *
     * @param witness    name of its key
     * @param size       of the newest checkpoint that it cosigned
     * @param receivedAt when its cosignature came in
     */
    public record Seen(String witness, long size, Instant receivedAt) {}

    /**
     * Takes the signatures of known witnesses under a checkpoint of this log; others are passed over.
     *
     * @param cosigned signed note, as a witness prints it
     * @return how many there were
     * @throws Problem {@code invalid-input} when it is no checkpoint that this log signed, or holds no right signature of a known witness
     */
    public int add(byte[] cosigned) {
        SignedNote note = parsed(cosigned);
        long size = published(note);
        List<NoteSignature> right = note.signatures().stream().filter(signature -> isWitnessed(note, signature))
                .toList();
        if (right.isEmpty()) {
            throw refusal("holds no right signature of a witness that this log knows");
        }
        right.forEach(signature -> store(size, signature));
        return right.size();
    }

    /** The newest checkpoint that a witness cosigned, with its cosignatures: a signed note. */
    public Optional<String> newest() {
        return session().createNativeQuery(NEWEST, String.class).getResultStream().findFirst();
    }

    /** Each witness that was heard of, by name. */
    public List<Seen> seen() {
        return session().createNativeQuery(SEEN, Tuple.class).getResultList().stream()
                .map(row -> new Seen(row.get("witness", String.class), row.get("size", Long.class),
                        row.get("received", Instant.class)))
                .toList();
    }

    private static SignedNote parsed(byte[] bytes) {
        try {
            return SignedNote.parse(bytes);
        } catch (IllegalArgumentException e) {
            throw refusal("is not a signed note");
        }
    }

    /** Size of a checkpoint that this log published with exactly this text. */
    private long published(SignedNote note) {
        try {
            return checkpoints.published(note).map(Checkpoint::size)
                    .orElseThrow(() -> refusal("is not a checkpoint that this log signed"));
        } catch (IllegalArgumentException e) {
            throw refusal("is not a checkpoint");
        }
    }

    private boolean isWitnessed(SignedNote note, NoteSignature signature) {
        return witnesses.stream().anyMatch(witness -> witness.verifies(note.textBytes(), signature));
    }

    private void store(long size, NoteSignature signature) {
        session().createNativeMutationQuery(STORE).setParameter("size", size).setParameter("witness", signature.name())
                .setParameter("signature", signature.toString()).setParameter("now", clock.instant()).executeUpdate();
    }

    private static Problem refusal(String reason) {
        return Problem.invalid(new Violation("", "cosigned-checkpoint", "the body " + reason));
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}

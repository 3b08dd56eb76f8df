package org.alongside.audit.proof;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.audit.accessevent.AccessEventService;
import org.alongside.audit.checkpoint.Checkpoints;
import org.alongside.audit.checkpoint.StoredCheckpoint;
import org.alongside.audit.month.RemovedEntries;
import org.alongside.audit.proof.api.ConsistencyView;
import org.alongside.audit.proof.api.EntryProof;
import org.alongside.audit.tile.TileService;
import org.alongside.auditlog.LeafHash;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.problem.Violation;

/** Proves what the newest checkpoint covers. */
@ApplicationScoped
@Transactional
public class ProofService {

    private final AccessEventService events;
    private final Checkpoints checkpoints;
    private final TileService tiles;
    private final RemovedEntries removed;
    private final AccessGate gate;

    ProofService(AccessEventService events, Checkpoints checkpoints, TileService tiles, RemovedEntries removed,
            AccessGate gate) {
        this.events = events;
        this.checkpoints = checkpoints;
        this.tiles = tiles;
        this.removed = removed;
        this.gate = gate;
    }

    /**
     * Proof of an entry; reading it is an access to the entry. Of one that was removed the proof goes on, for whoever kept its bytes;
     * hashes are open to everybody, so it is not bound to the caller's agency.
     *
     * @throws Problem {@code not-found} when the log has no such entry or does not show it to the caller; {@code not-sealed-yet} when no
     *                 checkpoint covers it yet
     */
    public EntryProof proof(long index) {
        if (index >= 0 && index < removed.end()) {
            gate.discloseAggregate(null);
            return proof(index, null, tiles.leafHash(index));
        }
        byte[] entry = events.entry(index).entry();
        return proof(index, entry, LeafHash.of(entry));
    }

    private EntryProof proof(long index, byte[] entry, byte[] leafHash) {
        StoredCheckpoint checkpoint = checkpoints.newest().filter(newest -> index < newest.size())
                .orElseThrow(() -> Problem.of(ProblemType.NOT_SEALED_YET));
        return new EntryProof(index, entry, leafHash, checkpoint.size(),
                tiles.inclusion(index, checkpoint.size()).path(), checkpoint.note());
    }

    /** @throws Problem {@code invalid-input} when the log never had these sizes */
    public ConsistencyView consistency(long from, long to) {
        long size = checkpoints.newest().map(StoredCheckpoint::size).orElse(0L);
        if (to > size) {
            throw Problem.invalid(Violation.ofQuery("to", "range", "the newest checkpoint has " + size + " entries"));
        }
        if (from > to) {
            throw Problem.invalid(Violation.ofQuery("from", "range", "must not be larger than to"));
        }
        return new ConsistencyView(from, to, tiles.consistency(from, to).path());
    }
}

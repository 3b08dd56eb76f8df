package org.alongside.intake.merge;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.intake.client.Client;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.record.ClientEntity;

/** That a client's record goes on in another one, from when to when. The client of this record is the one that is merged. */
@Entity
@Table(name = "client_merge")
class ClientMerge extends ClientEntity {

    @Column(name = "survivor_id", nullable = false, updatable = false)
    private UUID survivorId;

    @Column(name = "merged_by", nullable = false, updatable = false)
    private String mergedBy;

    @Column(name = "merged_at", nullable = false, updatable = false)
    private Instant mergedAt;

    @Column(name = "undone_by")
    private String undoneBy;

    @Column(name = "undone_at")
    private Instant undoneAt;

    protected ClientMerge() {}

    /** @param by token subject */
    ClientMerge(UUID id, Client merged, Client survivor, String by, Instant now) {
        super(id, merged.clientId(), merged.homeAgency());
        this.survivorId = survivor.clientId();
        this.mergedBy = by;
        this.mergedAt = now;
    }

    /** @throws Problem {@code conflicting-state} when it was undone already */
    void undo(String by, Instant now) {
        if (undoneAt != null) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "The merge was undone already, at " + undoneAt + ".");
        }
        undoneBy = by;
        undoneAt = now;
    }

    UUID survivorId() {
        return survivorId;
    }

    String mergedBy() {
        return mergedBy;
    }

    Instant mergedAt() {
        return mergedAt;
    }

    String undoneBy() {
        return undoneBy;
    }

    Instant undoneAt() {
        return undoneAt;
    }

    @Override
    public String recordType() {
        return "client-merge";
    }
}

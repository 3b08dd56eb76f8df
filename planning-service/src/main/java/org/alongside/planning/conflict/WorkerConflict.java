package org.alongside.planning.conflict;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.alongside.planning.conflict.ConflictsOfInterest.Told;

/** A worker's declaration to stand close to a client outside work: what audit-service told last. */
@Entity
@Table(name = "worker_conflict")
class WorkerConflict {

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private UUID agency;

    @Column(nullable = false, updatable = false)
    private String worker;

    @Column(name = "client_id", nullable = false, updatable = false)
    private UUID clientId;

    @Column(name = "in_force", nullable = false)
    private boolean inForce;

    /** Of the declaration, in the count of audit-service. */
    @Column(nullable = false)
    private long version;

    protected WorkerConflict() {}

    WorkerConflict(Told told) {
        this.id = told.declarationId();
        this.agency = told.agency();
        this.worker = told.worker();
        this.clientId = told.clientId();
        this.inForce = told.inForce();
        this.version = told.version();
    }

    /** Nothing when what was told is older than what is known. */
    void take(Told told) {
        if (told.version() >= version) {
            inForce = told.inForce();
            version = told.version();
        }
    }
}

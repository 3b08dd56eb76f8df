package org.alongside.planning.workerrequest;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.kit.record.HomeEntity;
import org.alongside.planning.casework.Case;

/** That a client wants another worker. It has no penalty, and whom it is about does not see it. */
@Entity
@Table(name = "worker_request")
class WorkerRequest extends HomeEntity {

    static final String CLIENT_WORDS = "worker-request.client-words";
    static final String WORDS = "worker-request.words";

    @Column(name = "case_id", nullable = false, updatable = false)
    private UUID caseId;

    @Column(nullable = false)
    @Convert(converter = WorkerRequestStatusColumn.class)
    private WorkerRequestStatus status = WorkerRequestStatus.REQUESTED;

    @Column(name = "instead_of", nullable = false, updatable = false)
    private String insteadOf;

    @Column(name = "client_words", updatable = false)
    private byte[] clientWords;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    private String recordedBy;

    @Column(name = "requested_at", nullable = false, updatable = false)
    private Instant requestedAt;

    private byte[] words;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    protected WorkerRequest() {}

    /**
     * @param sealedWords {@code null} for none
     * @param by          token subject
     */
    WorkerRequest(UUID id, Case of, byte[] sealedWords, String by, Instant now) {
        super(id, of.clientId(), of.homeAgency());
        this.caseId = of.recordId();
        this.insteadOf = of.primaryWorker();
        this.clientWords = sealedWords;
        this.recordedBy = by;
        this.requestedAt = now;
    }

    /**
     * @param sealedWords what the client is told; {@code null} for nothing
     * @param by          token subject
     */
    void decide(WorkerRequestStatus decided, byte[] sealedWords, String by, Instant now) {
        status = status.to(decided);
        words = sealedWords;
        decidedBy = by;
        decidedAt = now;
    }

    boolean isAbout(String worker) {
        return insteadOf.equals(worker);
    }

    UUID caseId() {
        return caseId;
    }

    WorkerRequestStatus status() {
        return status;
    }

    String insteadOf() {
        return insteadOf;
    }

    byte[] clientWords() {
        return clientWords;
    }

    String recordedBy() {
        return recordedBy;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    byte[] words() {
        return words;
    }

    String decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    @Override
    public String recordType() {
        return "worker-request";
    }
}

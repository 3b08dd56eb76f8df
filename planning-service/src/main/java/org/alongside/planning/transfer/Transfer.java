package org.alongside.planning.transfer;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.kit.access.Disclosure;
import org.alongside.kit.record.HomeEntity;
import org.alongside.planning.casework.Case;
import org.alongside.planning.transfer.api.TransferView;

/** That a case went from one primary worker to another. What was done stays. */
@Entity
@Table(name = "case_transfer")
class Transfer extends HomeEntity {

    static final String OVERRIDE_REASON = "case_transfer.override-reason";

    @Column(name = "case_id", nullable = false, updatable = false)
    private UUID caseId;

    @Column(name = "from_worker", nullable = false, updatable = false)
    private String from;

    @Column(name = "to_worker", nullable = false, updatable = false)
    private String to;

    @Column(name = "note_id", nullable = false, updatable = false)
    private UUID noteId;

    @Column(name = "override_reason", updatable = false)
    private byte[] overrideReason;

    @Column(name = "transferred_by", nullable = false, updatable = false)
    private String transferredBy;

    @Column(name = "transferred_at", nullable = false, updatable = false)
    private Instant transferredAt;

    protected Transfer() {}

    /**
     * @param of           as it is before the transfer
     * @param sealedReason {@code null} within the limit
     * @param by           token subject
     */
    Transfer(UUID id, Case of, String to, UUID noteId, byte[] sealedReason, String by, Instant now) {
        super(id, of.clientId(), of.homeAgency());
        this.caseId = of.recordId();
        this.from = of.primaryWorker();
        this.to = to;
        this.noteId = noteId;
        this.overrideReason = sealedReason;
        this.transferredBy = by;
        this.transferredAt = now;
    }

    byte[] overrideReason() {
        return overrideReason;
    }

    /** @param reason opened */
    TransferView view(Disclosure disclosure, String reason) {
        return new TransferView(recordId(), caseId, clientId(), from, to, noteId, reason, transferredBy, transferredAt,
                disclosure.parts(), recordVersion());
    }

    @Override
    public String recordType() {
        return "case-transfer";
    }
}

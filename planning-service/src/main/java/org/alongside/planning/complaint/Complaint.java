package org.alongside.planning.complaint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.kit.record.HomeEntity;
import org.alongside.planning.casework.Case;

/** What a client complains of. It never comes before the workers whom it concerns, whatever their roles. */
@Entity
@Table(name = "complaint")
class Complaint extends HomeEntity {

    static final String WORDS = "complaint.words";
    static final String ANSWER = "complaint.answer";

    @Column(name = "case_id", nullable = false, updatable = false)
    private UUID caseId;

    @Column(nullable = false)
    @Convert(converter = ComplaintStatusColumn.class)
    private ComplaintStatus status = ComplaintStatus.RECEIVED;

    @Column(nullable = false, updatable = false)
    private String[] about;

    @Column(nullable = false, updatable = false)
    private byte[] words;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    private String recordedBy;

    @Column(name = "received_at", nullable = false, updatable = false)
    private Instant receivedAt;

    private byte[] answer;

    @Column(name = "answered_by")
    private String answeredBy;

    @Column(name = "answered_at")
    private Instant answeredAt;

    protected Complaint() {}

    /**
     * @param about       token subjects
     * @param sealedWords already sealed
     * @param by          token subject
     */
    Complaint(UUID id, Case of, List<String> about, byte[] sealedWords, String by, Instant now) {
        super(id, of.clientId(), of.homeAgency());
        this.caseId = of.recordId();
        this.about = about.toArray(String[]::new);
        this.words = sealedWords;
        this.recordedBy = by;
        this.receivedAt = now;
    }

    void review() {
        status = status.to(ComplaintStatus.UNDER_REVIEW);
    }

    /** @param by token subject */
    void answer(byte[] sealedWords, String by, Instant now) {
        status = status.to(ComplaintStatus.ANSWERED);
        answer = sealedWords;
        answeredBy = by;
        answeredAt = now;
    }

    void withdraw() {
        status = status.to(ComplaintStatus.WITHDRAWN);
    }

    boolean concerns(String worker) {
        return about().contains(worker);
    }

    UUID caseId() {
        return caseId;
    }

    ComplaintStatus status() {
        return status;
    }

    List<String> about() {
        return List.of(about);
    }

    byte[] words() {
        return words;
    }

    String recordedBy() {
        return recordedBy;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    byte[] answer() {
        return answer;
    }

    String answeredBy() {
        return answeredBy;
    }

    Instant answeredAt() {
        return answeredAt;
    }

    @Override
    public String recordType() {
        return "complaint";
    }
}

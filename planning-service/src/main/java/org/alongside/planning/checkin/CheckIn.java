package org.alongside.planning.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.kit.access.ClientRecord;
import org.alongside.kit.record.HomeEntity;

/** That somebody asks the client, some time after the end, how things go. */
@Entity
@Table(name = "check_in")
class CheckIn extends HomeEntity {

    static final String WORDS = "check-in.words";

    @Column(name = "case_id", nullable = false, updatable = false)
    private UUID caseId;

    @Column(name = "due_on", nullable = false, updatable = false)
    private LocalDate dueOn;

    @Column(nullable = false)
    @Convert(converter = CheckInStatusColumn.class)
    private CheckInStatus status = CheckInStatus.PLANNED;

    @Convert(converter = CheckInResultColumn.class)
    private CheckInResult result;

    private byte[] words;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected CheckIn() {}

    CheckIn(UUID id, ClientRecord client, UUID caseId, LocalDate dueOn) {
        super(id, client.clientId(), client.homeAgency());
        this.caseId = caseId;
        this.dueOn = dueOn;
    }

    /**
     * @param sealedWords {@code null} for none
     * @param by          token subject
     */
    void record(CheckInResult came, byte[] sealedWords, String by, Instant now) {
        status = status.to(came == CheckInResult.NOT_REACHED ? CheckInStatus.NOT_REACHED : CheckInStatus.HELD);
        result = came;
        words = sealedWords;
        recordedBy = by;
        recordedAt = now;
    }

    void callOff() {
        status = status.to(CheckInStatus.CALLED_OFF);
    }

    UUID caseId() {
        return caseId;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    CheckInStatus status() {
        return status;
    }

    CheckInResult result() {
        return result;
    }

    byte[] words() {
        return words;
    }

    String recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    @Override
    public String recordType() {
        return "check-in";
    }
}

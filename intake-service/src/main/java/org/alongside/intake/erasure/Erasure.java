package org.alongside.intake.erasure;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;

import org.alongside.intake.erasure.api.ErasureReason;
import org.alongside.kit.access.ClientRecord;
import org.alongside.kit.code.Coded;
import org.alongside.kit.record.ClientEntity;

/** That a client is to be erased, or was. It stays when nothing of the client does: it says who did it, and that it was done. */
@Entity
@Table(name = "erasure")
class Erasure extends ClientEntity {

    static final String WORDS = "erasure.words";

    @Column(nullable = false)
    @Convert(converter = ErasureStatusColumn.class)
    private ErasureStatus status = ErasureStatus.REQUESTED;

    @Column(nullable = false, updatable = false)
    private String reason;

    @Column(updatable = false)
    private byte[] words;

    @Column(name = "requested_by", nullable = false, updatable = false)
    private String requestedBy;

    @Column(name = "requested_at", nullable = false, updatable = false)
    private Instant requestedAt;

    @Column(name = "due_at", nullable = false, updatable = false)
    private Instant dueAt;

    @Column(name = "cancelled_by")
    private String cancelledBy;

    @Column(name = "cancelled_at")
    private Instant cancelledAt;

    @Column(name = "destroyed_at")
    private Instant destroyedAt;

    @Column(name = "completed_at")
    private Instant completedAt;

    @ElementCollection
    @CollectionTable(name = "erasure_confirmation", joinColumns = @JoinColumn(name = "erasure_id"))
    @MapKeyColumn(name = "service")
    @Column(name = "confirmed_at", nullable = false)
    private Map<String, Instant> confirmed = new TreeMap<>();

    protected Erasure() {}

    Erasure(UUID id, ClientRecord client, ErasureReason reason, byte[] sealedWords, String by, Instant now,
            Instant dueAt) {
        super(id, client.clientId(), client.homeAgency());
        this.reason = reason.code();
        this.words = sealedWords;
        this.requestedBy = by;
        this.requestedAt = now;
        this.dueAt = dueAt;
    }

    void cancel(String by, Instant now) {
        status = status.to(ErasureStatus.CANCELLED);
        cancelledBy = by;
        cancelledAt = now;
    }

    void destroyed(Instant now) {
        status = status.to(ErasureStatus.ERASING);
        destroyedAt = now;
    }

    /**
     * A service can open nothing of the client any more. Told again, it changes nothing.
     *
     * @param needed all that have to confirm
     */
    void confirm(String service, Set<String> needed, Instant now) {
        confirmed.putIfAbsent(service, now);
        if (status == ErasureStatus.ERASING && confirmed.keySet().containsAll(needed)) {
            status = status.to(ErasureStatus.ERASED);
            completedAt = now;
        }
    }

    ErasureStatus status() {
        return status;
    }

    ErasureReason reason() {
        return Coded.stored(ErasureReason.class, reason);
    }

    byte[] words() {
        return words;
    }

    String requestedBy() {
        return requestedBy;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    Instant dueAt() {
        return dueAt;
    }

    String cancelledBy() {
        return cancelledBy;
    }

    Instant cancelledAt() {
        return cancelledAt;
    }

    Instant destroyedAt() {
        return destroyedAt;
    }

    Instant completedAt() {
        return completedAt;
    }

    Map<String, Instant> confirmed() {
        return new TreeMap<>(confirmed);
    }

    @Override
    public String recordType() {
        return "erasure";
    }

    @Override
    public boolean remainsAfterErasure() {
        return true;
    }
}

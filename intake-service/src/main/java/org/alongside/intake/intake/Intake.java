package org.alongside.intake.intake;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.alongside.kit.access.ClientRecord;

/** A client coming to the agency with a trouble; opening it opens the case in planning-service. */
@Entity
@Table(name = "intake")
public class Intake implements ClientRecord {

    @Id
    private UUID id;

    @Column(name = "client_id", nullable = false, updatable = false)
    private UUID clientId;

    @Column(name = "home_agency", nullable = false, updatable = false)
    private UUID homeAgency;

    @Column(nullable = false)
    @Convert(converter = IntakeStatusColumn.class)
    private IntakeStatus status = IntakeStatus.OPEN;

    @Column(nullable = false, updatable = false)
    private String worker;

    @Column(name = "opened_at", nullable = false, updatable = false)
    private Instant openedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Version
    private long version;

    protected Intake() {}

    Intake(UUID id, ClientRecord client, String worker, Instant now) {
        this.id = id;
        this.clientId = client.clientId();
        this.homeAgency = client.homeAgency();
        this.worker = worker;
        this.openedAt = now;
    }

    void complete(Instant now) {
        status = status.to(IntakeStatus.COMPLETED);
        endedAt = now;
    }

    void withdraw(Instant now) {
        status = status.to(IntakeStatus.WITHDRAWN);
        endedAt = now;
    }

    IntakeStatus status() {
        return status;
    }

    String worker() {
        return worker;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant endedAt() {
        return endedAt;
    }

    @Override
    public UUID clientId() {
        return clientId;
    }

    @Override
    public UUID homeAgency() {
        return homeAgency;
    }

    @Override
    public String recordType() {
        return "intake";
    }

    @Override
    public UUID recordId() {
        return id;
    }

    @Override
    public long recordVersion() {
        return version;
    }
}

package org.alongside.intake.intake;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.kit.access.ClientRecord;
import org.alongside.kit.record.ClientEntity;

/** A client coming to the agency with a trouble; opening it opens the case in planning-service. */
@Entity
@Table(name = "intake")
public class Intake extends ClientEntity {

    @Column(nullable = false)
    @Convert(converter = IntakeStatusColumn.class)
    private IntakeStatus status = IntakeStatus.OPEN;

    @Column(nullable = false, updatable = false)
    private String worker;

    @Column(name = "opened_at", nullable = false, updatable = false)
    private Instant openedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected Intake() {}

    Intake(UUID id, ClientRecord client, String worker, Instant now) {
        super(id, client.clientId(), client.homeAgency());
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
    public String recordType() {
        return "intake";
    }
}

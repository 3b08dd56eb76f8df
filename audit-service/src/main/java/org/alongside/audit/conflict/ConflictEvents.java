package org.alongside.audit.conflict;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Outbox;

@ApplicationScoped
class ConflictEvents {

    static final String TOPIC = "audit.conflict.v1";

    private final Outbox outbox;

    ConflictEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Of what kind the relation is, nobody else has to know. */
    void changed(ConflictDeclaration of) {
        outbox.append(TOPIC, of.recordId(), "org.alongside.audit.conflict.changed.v1",
                new ConflictState(of.recordId(), of.agency(), of.worker(), of.client(), of.withdrawnAt() == null,
                        of.recordVersion()));
    }

    record ConflictState(UUID declarationId, UUID agency, String worker, UUID clientId, boolean inForce,
            long version) {}
}

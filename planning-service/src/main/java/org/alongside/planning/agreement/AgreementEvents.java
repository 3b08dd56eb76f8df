package org.alongside.planning.agreement;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Outbox;

@ApplicationScoped
class AgreementEvents {

    private static final String TOPIC = "planning.agreement.v1";

    private final Outbox outbox;

    AgreementEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The event is named by the status: {@code proposed}, {@code agreed} … Drafts are nobody else's concern. */
    void reached(Agreement agreement) {
        outbox.append(TOPIC, agreement.recordId(),
                "org.alongside.planning.agreement." + agreement.status().code() + ".v1",
                new AgreementState(agreement.recordId(), agreement.caseId(), agreement.clientId(),
                        agreement.homeAgency(),
                        agreement.number(), agreement.status().code(), agreement.startsOn(), agreement.plannedEndOn(),
                        agreement.recordVersion()));
    }

    record AgreementState(UUID agreementId, UUID caseId, UUID clientId, UUID homeAgency, int number, String status,
            LocalDate startsOn, LocalDate plannedEndOn, long version) {}
}

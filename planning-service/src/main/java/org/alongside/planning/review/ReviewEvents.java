package org.alongside.planning.review;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Outbox;

@ApplicationScoped
class ReviewEvents {

    private static final String TOPIC = "planning.review.v1";

    private final Outbox outbox;

    ReviewEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void held(Review of) {
        outbox.append(TOPIC, of.recordId(), "org.alongside.planning.review.held.v1",
                new ReviewState(of.recordId(), of.caseId(), of.clientId(), of.homeAgency(), of.status().code(),
                        of.dueOn(), of.heldOn(), of.decision().code(), of.recordVersion()));
    }

    record ReviewState(UUID reviewId, UUID caseId, UUID clientId, UUID homeAgency, String status, LocalDate dueOn,
            LocalDate heldOn, String decision, long version) {}
}

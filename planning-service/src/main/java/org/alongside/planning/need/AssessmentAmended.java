package org.alongside.planning.need;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventSchemas;
import org.alongside.kit.inbox.EventHandler;

/** A later version of an assessment: its needs take the place of those before, and what was planned for them stays. */
@ApplicationScoped
class AssessmentAmended implements EventHandler {

    private final NeedService needs;
    private final EventSchemas schemas;

    AssessmentAmended(NeedService needs, EventSchemas schemas) {
        this.needs = needs;
        this.schemas = schemas;
    }

    @Override
    public String type() {
        return "org.alongside.intake.assessment.amended.v1";
    }

    @Override
    public void handle(Event event) {
        Amended amended = schemas.read(event, Amended.class);
        needs.follow(new AssessmentCompleted.Assessment(amended.assessmentId(), amended.clientId(),
                amended.homeAgency(), amended.needs()));
        needs.supersede(amended.gone());
    }

    record Amended(UUID assessmentId, UUID clientId, UUID homeAgency, List<AssessmentCompleted.CodedNeed> needs,
            List<UUID> gone) {}
}

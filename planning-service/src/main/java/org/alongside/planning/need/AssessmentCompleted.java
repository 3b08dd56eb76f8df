package org.alongside.planning.need;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventSchemas;
import org.alongside.kit.inbox.EventHandler;

/** An assessment came to needs: the plan begins with them. */
@ApplicationScoped
class AssessmentCompleted implements EventHandler {

    private final NeedService needs;
    private final EventSchemas schemas;

    AssessmentCompleted(NeedService needs, EventSchemas schemas) {
        this.needs = needs;
        this.schemas = schemas;
    }

    @Override
    public String type() {
        return "org.alongside.intake.assessment.completed.v1";
    }

    @Override
    public void handle(Event event) {
        needs.take(schemas.read(event, Assessment.class));
    }

    record Assessment(UUID assessmentId, UUID clientId, UUID homeAgency, List<CodedNeed> needs) {}

    /**
     * @param severity   0 to 3
     * @param priority   place in the client's order, from 1; null when the client gave it none
     * @param clientView {@code agrees}, {@code disagrees} or {@code not-asked}; null in events of before it was told
     */
    record CodedNeed(UUID needId, String category, int severity, String urgency, Integer priority,
            String clientView) {}
}

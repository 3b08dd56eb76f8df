package org.alongside.planning.casework;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventSchemas;
import org.alongside.kit.inbox.EventHandler;
import org.alongside.kit.restriction.Restriction;
import org.alongside.kit.restriction.Restrictions;

/** An intake was opened: its case opens with it. */
@ApplicationScoped
class IntakeOpened implements EventHandler {

    private final CaseService cases;
    private final Restrictions restrictions;
    private final EventSchemas schemas;

    IntakeOpened(CaseService cases, Restrictions restrictions, EventSchemas schemas) {
        this.cases = cases;
        this.restrictions = restrictions;
        this.schemas = schemas;
    }

    @Override
    public String type() {
        return "org.alongside.intake.intake.opened.v1";
    }

    @Override
    public void handle(Event event) {
        Intake intake = schemas.read(event, Intake.class);
        // the topic on which restrictions are told may come later than this one
        if (intake.restriction() != null) {
            restrictions.store(intake.restriction());
        }
        cases.open(intake);
    }

    /**
     * @param worker      token subject of who opened the intake; becomes the case's primary worker
     * @param restriction who may see the client; null when the whole agency may
     */
    record Intake(UUID intakeId, UUID clientId, UUID homeAgency, String worker, Restriction restriction) {}
}

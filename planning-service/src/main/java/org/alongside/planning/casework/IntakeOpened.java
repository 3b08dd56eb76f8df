package org.alongside.planning.casework;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventSchemas;
import org.alongside.kit.inbox.EventHandler;

/** An intake was opened: its case opens with it. */
@ApplicationScoped
class IntakeOpened implements EventHandler {

    private final CaseService cases;
    private final EventSchemas schemas;

    IntakeOpened(CaseService cases, EventSchemas schemas) {
        this.cases = cases;
        this.schemas = schemas;
    }

    @Override
    public String type() {
        return "org.alongside.intake.intake.opened.v1";
    }

    @Override
    public void handle(Event event) {
        cases.open(schemas.read(event, Intake.class));
    }

    /** @param worker token subject of who opened the intake; becomes the case's primary worker */
    record Intake(UUID intakeId, UUID clientId, UUID homeAgency, String worker) {}
}

package org.alongside.planning.casework;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Outbox;

@ApplicationScoped
class CaseEvents {

    private static final String TOPIC = "planning.case.v1";

    private final Outbox outbox;

    CaseEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void opened(Case opened) {
        append("opened", opened);
    }

    void phaseChanged(Case changed) {
        append("phase-changed", changed);
    }

    void statusChanged(Case changed) {
        append("status-changed", changed);
    }

    void teamChanged(Case changed) {
        append("team-changed", changed);
    }

    void weighed(Case changed) {
        append("weighed", changed);
    }

    void transferred(Case changed) {
        append("transferred", changed);
    }

    private void append(String verb, Case of) {
        outbox.append(TOPIC, of.recordId(), "org.alongside.planning.case." + verb + ".v1",
                new CaseState(of.recordId(), of.intakeId(), of.clientId(), of.homeAgency(), of.status().code(),
                        of.phase().code(), of.primaryWorker(), of.team(), of.weight(),
                        of.recordVersion()));
    }

    record CaseState(UUID caseId, UUID intakeId, UUID clientId, UUID homeAgency, String status, String phase,
            String primaryWorker, List<String> team, int weight, long version) {}
}

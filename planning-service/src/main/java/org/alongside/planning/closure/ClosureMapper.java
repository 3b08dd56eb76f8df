package org.alongside.planning.closure;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.sealing.SealedJson;
import org.alongside.planning.closure.api.ClosureDraft;
import org.alongside.planning.closure.api.ClosureView;

/** Between the stored ending and its view. */
@ApplicationScoped
class ClosureMapper {

    private final SealedJson sealed;

    ClosureMapper(SealedJson sealed) {
        this.sealed = sealed;
    }

    byte[] seal(UUID clientId, ClosureDraft draft) {
        return sealed.seal(clientId, Closure.PARTING, Parting.of(draft));
    }

    byte[] sealReason(UUID clientId, String reason) {
        return sealed.seal(clientId, Closure.SENT_BACK, reason);
    }

    /** What has still to be written: JSON Pointers into the draft. */
    List<String> missing(Closure closure, Disclosure disclosure) {
        List<String> missing = new ArrayList<>(parting(closure, disclosure).missing(closure.reason()));
        if (closure.checkInOn() == null) {
            missing.add("/checkInOn");
        }
        return missing;
    }

    ClosureView view(Closure of, Disclosure disclosure) {
        Parting parting = parting(of, disclosure);
        return new ClosureView(of.recordId(), of.caseId(), of.clientId(), of.status(), of.reason(), parting.gains(),
                parting.explanation(), parting.confidence(), parting.openDoorContact(), of.checkInOn(),
                parting.handover(), missing(of, disclosure), of.completedBy(), of.approvedBy(),
                sealed.open(disclosure, Part.PLAN, Closure.SENT_BACK, of.sentBack(), String.class), of.closedAt(),
                disclosure.parts(), of.recordVersion());
    }

    private Parting parting(Closure closure, Disclosure disclosure) {
        return sealed.open(disclosure, Part.PLAN, Closure.PARTING, closure.parting(), Parting.class);
    }
}

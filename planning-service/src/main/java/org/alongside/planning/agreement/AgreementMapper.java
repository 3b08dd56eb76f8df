package org.alongside.planning.agreement;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.access.ClientRecord;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.sealing.SealedJson;
import org.alongside.planning.agreement.api.AgreementDraft;
import org.alongside.planning.agreement.api.AgreementView;

/** Between the stored version and its view. */
@ApplicationScoped
class AgreementMapper {

    private final SealedJson sealed;

    AgreementMapper(SealedJson sealed) {
        this.sealed = sealed;
    }

    byte[] seal(ClientRecord client, AgreementDraft draft) {
        return sealed.seal(client.clientId(), Agreement.TERMS, Terms.of(draft));
    }

    AgreementView view(Agreement agreement, Disclosure disclosure) {
        Terms terms = sealed.open(disclosure, Part.PLAN, Agreement.TERMS, agreement.terms(), Terms.class);
        return new AgreementView(agreement.recordId(), agreement.caseId(), agreement.clientId(), agreement.number(),
                agreement.status(), terms.purpose(), terms.goals(), terms.tasksOfClient(), terms.tasksOfWorker(),
                terms.meetingRhythm(), terms.limits(), agreement.startsOn(), agreement.reviewOn(),
                agreement.plannedEndOn(),
                agreement.clientAssent(), agreement.workerAssent(), agreement.worker(), disclosure.parts(),
                agreement.recordVersion());
    }
}

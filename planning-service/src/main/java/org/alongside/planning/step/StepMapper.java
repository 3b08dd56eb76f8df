package org.alongside.planning.step;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.access.ClientRecord;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.sealing.SealedJson;
import org.alongside.planning.step.api.AddStep;
import org.alongside.planning.step.api.Reason;
import org.alongside.planning.step.api.StepView;

/** Between the stored step and its view. */
@ApplicationScoped
class StepMapper {

    private final SealedJson sealed;

    StepMapper(SealedJson sealed) {
        this.sealed = sealed;
    }

    byte[] sealWords(ClientRecord client, AddStep step) {
        return sealed.seal(client.clientId(), Step.WORDS, step.text());
    }

    byte[] sealReason(Step step, Reason reason) {
        return sealed.seal(step.clientId(), Step.REASON, reason.reason());
    }

    /** @param waitingFor in any order */
    StepView view(Step step, Disclosure disclosure, Collection<UUID> waitingFor) {
        String text = sealed.open(disclosure, Part.PLAN, Step.WORDS, step.words(), String.class);
        String reason = sealed.open(disclosure, Part.PLAN, Step.REASON, step.reason(), String.class);
        boolean withReferral = disclosure.has(Part.REFERRAL);
        return new StepView(step.recordId(), step.goalId(), step.caseId(), step.clientId(), step.owner(), step.status(),
                text,
                step.dueOn(), withReferral ? step.referralId() : null, reason, withReferral ? step.blockedBy() : null,
                ordered(step.dependsOn()), ordered(waitingFor), disclosure.parts(), step.recordVersion());
    }

    private static List<UUID> ordered(Collection<UUID> steps) {
        return steps.stream().sorted().toList();
    }
}

package org.alongside.planning.goal;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.access.ClientRecord;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.sealing.SealedJson;
import org.alongside.planning.goal.api.DropGoal;
import org.alongside.planning.goal.api.GoalView;
import org.alongside.planning.goal.api.ProposeGoal;

/** Between the stored goal and its view. */
@ApplicationScoped
class GoalMapper {

    private final SealedJson sealed;

    GoalMapper(SealedJson sealed) {
        this.sealed = sealed;
    }

    byte[] sealWords(ClientRecord client, ProposeGoal goal) {
        return sealed.seal(client.clientId(), Goal.WORDS, GoalWords.of(goal));
    }

    byte[] sealReason(Goal goal, DropGoal drop) {
        return sealed.seal(goal.clientId(), Goal.DROP_REASON, drop.reason());
    }

    GoalView view(Goal goal, Disclosure disclosure) {
        GoalWords words = sealed.open(disclosure, Part.PLAN, Goal.WORDS, goal.words(), GoalWords.class);
        String reason = disclosure.isOfHomeAgency()
                ? sealed.open(disclosure, Part.PLAN, Goal.DROP_REASON, goal.dropReason(), String.class)
                : null;
        return new GoalView(goal.recordId(), goal.caseId(), goal.clientId(), goal.needId(), goal.status(),
                words.clientWords(), words.levels(), goal.weight(),
                disclosure.isOfHomeAgency() ? goal.despiteDenial() : null, goal.clientAssent(), reason,
                disclosure.parts(),
                goal.recordVersion());
    }
}

package org.alongside.planning.agreement;

import org.alongside.planning.agreement.api.AgreementDraft;

/** The words of a version, as sealed. */
record Terms(String purpose, String goals, String tasksOfClient, String tasksOfWorker, String meetingRhythm,
        String limits) {

    static Terms of(AgreementDraft draft) {
        return new Terms(draft.purpose(), draft.goals(), draft.tasksOfClient(), draft.tasksOfWorker(),
                draft.meetingRhythm(),
                draft.limits());
    }
}

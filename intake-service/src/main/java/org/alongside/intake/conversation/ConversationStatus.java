package org.alongside.intake.conversation;

import java.util.EnumSet;
import java.util.Set;

import org.alongside.kit.state.State;

/** Life of the record of a talk: it is never changed, at most marked as a mistake. */
public enum ConversationStatus implements State<ConversationStatus> {
    RECORDED, ENTERED_IN_ERROR;

    @Override
    public Set<ConversationStatus> next() {
        return this == RECORDED ? EnumSet.of(ENTERED_IN_ERROR) : EnumSet.noneOf(ConversationStatus.class);
    }
}

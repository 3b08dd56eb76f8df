package org.alongside.audit.disclosurenote.api;

import java.util.EnumSet;
import java.util.Set;

import org.alongside.kit.state.State;

/** Life of a note. */
public enum NoteStatus implements State<NoteStatus> {
    OPEN, ANSWERED;

    @Override
    public Set<NoteStatus> next() {
        return this == OPEN ? EnumSet.of(ANSWERED) : EnumSet.noneOf(NoteStatus.class);
    }
}

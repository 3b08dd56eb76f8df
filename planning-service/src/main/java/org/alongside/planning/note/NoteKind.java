package org.alongside.planning.note;

import org.alongside.kit.code.Coded;

/** What a note is about. */
public enum NoteKind implements Coded {
    MEETING, TELEPHONE, HOME_VISIT, MESSAGE, OBSERVATION, DECISION, HANDOVER, SUPERVISION, OTHER
}

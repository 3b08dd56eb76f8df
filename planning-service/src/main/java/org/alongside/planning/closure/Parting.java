package org.alongside.planning.closure;

import java.util.ArrayList;
import java.util.List;

import org.alongside.planning.closure.api.ClosureDraft;

/** The words of an ending, as sealed. Any of them is null until it is written. */
record Parting(String gains, String explanation, Integer confidence, String openDoorContact, Handover handover) {

    static Parting of(ClosureDraft draft) {
        return new Parting(draft.gains(), draft.explanation(), draft.confidence(), draft.openDoorContact(),
                draft.handover());
    }

    /** Which of the four parts of a good ending, and of the handover where there has to be one, are not written: JSON Pointers. */
    List<String> missing(ClosureReason reason) {
        List<String> missing = new ArrayList<>();
        requireThat(gains, "/gains", missing);
        requireThat(explanation, "/explanation", missing);
        requireThat(confidence, "/confidence", missing);
        requireThat(openDoorContact, "/openDoorContact", missing);
        if (reason.needsHandover()) {
            requireThat(handover, "/handover", missing);
        }
        return missing;
    }

    private static void requireThat(Object part, String pointer, List<String> missing) {
        if (part == null) {
            missing.add(pointer);
        }
    }
}

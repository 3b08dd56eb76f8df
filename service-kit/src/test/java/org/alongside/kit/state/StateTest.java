package org.alongside.kit.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.alongside.kit.code.Coded;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.junit.jupiter.api.Test;

class StateTest {

    private enum Door implements State<Door> {
        OPEN, HALF_OPEN, SHUT;

        @Override
        public Set<Door> next() {
            return this == OPEN ? EnumSet.of(HALF_OPEN, SHUT) : EnumSet.noneOf(Door.class);
        }
    }

    @Test
    void goesWhereTheTableLeads() {
        assertEquals(Door.HALF_OPEN, Door.OPEN.to(Door.HALF_OPEN));
        assertEquals(Door.HALF_OPEN, Coded.stored(Door.class, "half-open"));
    }

    @Test
    void refusesAnyOtherWayAndNamesPresentAskedAndAllowed() {
        Problem refusal = assertThrows(Problem.class, () -> Door.OPEN.to(Door.OPEN));
        assertEquals(ProblemType.CONFLICTING_STATE, refusal.kind());
        assertEquals("open", refusal.getParameters().get("present"));
        assertEquals("open", refusal.getParameters().get("asked"));
        assertEquals(List.of("half-open", "shut"), refusal.getParameters().get("allowed"));
    }
}

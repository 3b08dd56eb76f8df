package org.alongside.audit;

import java.io.IOException;
import java.util.List;

import org.alongside.audit.alert.AlertStatus;
import org.alongside.audit.disclosurenote.api.NoteStatus;
import org.alongside.kit.testing.StateTables;
import org.junit.jupiter.api.Test;

class StatePagesTest {

    @Test
    void thePageOfTransitionsIsWhatTheEnumsSay() throws IOException {
        StateTables.check("audit", List.of(AlertStatus.class, NoteStatus.class));
    }
}

package org.alongside.planning;

import org.alongside.kit.testing.ServiceRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theServiceKeepsTheRules() {
        ServiceRules.check("org.alongside.planning");
    }
}

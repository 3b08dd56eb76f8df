package org.alongside.audit;

import org.alongside.kit.testing.ServiceRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void isBuiltAsTheRulesSay() {
        ServiceRules.check("org.alongside.audit");
    }
}

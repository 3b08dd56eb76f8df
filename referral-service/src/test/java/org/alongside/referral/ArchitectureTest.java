package org.alongside.referral;

import org.alongside.kit.testing.ServiceRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theServiceKeepsTheRules() {
        ServiceRules.check("org.alongside.referral");
    }
}

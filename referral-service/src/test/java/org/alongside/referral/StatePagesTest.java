package org.alongside.referral;

import java.io.IOException;
import java.util.List;

import org.alongside.kit.testing.StateTables;
import org.alongside.referral.directorychange.DirectoryChangeStatus;
import org.alongside.referral.openreferral.OpenReferralStatus;
import org.alongside.referral.referral.ReferralStatus;
import org.junit.jupiter.api.Test;

class StatePagesTest {

    @Test
    void thePageOfTransitionsIsWhatTheEnumsSay() throws IOException {
        StateTables.check("referral",
                List.of(ReferralStatus.class, OpenReferralStatus.class, DirectoryChangeStatus.class));
    }
}

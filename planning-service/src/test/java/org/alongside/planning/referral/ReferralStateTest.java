package org.alongside.planning.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;

import org.junit.jupiter.api.Test;

class ReferralStateTest {

    private final UUID referral = UUID.randomUUID();

    @Test
    void whatIsOlderThanWhatIsKnownChangesNothing() {
        ReferralState state = new ReferralState(told("accepted", 3));
        state.take(told("requested", 2));
        assertEquals("accepted", state.status());
        state.take(told("completed", 4));
        assertEquals("completed", state.status());
    }

    private ReferralTold told(String status, long version) {
        return new ReferralTold(referral, referral, referral, null, "legal-aid", status, null, null, null, false,
                version);
    }
}

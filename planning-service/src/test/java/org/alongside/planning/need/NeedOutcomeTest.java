package org.alongside.planning.need;

import static org.alongside.planning.need.MetStatus.IN_PROGRESS;
import static org.alongside.planning.need.MetStatus.MET;
import static org.alongside.planning.need.MetStatus.NOT_MET;
import static org.alongside.planning.need.MetStatus.OPEN;
import static org.alongside.planning.need.MetStatus.PARTLY_MET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.alongside.planning.referral.ReferralState;
import org.alongside.planning.referral.ReferralStates;
import org.junit.jupiter.api.Test;

class NeedOutcomeTest {

    private final UUID need = UUID.randomUUID();

    @Test
    void aNeedNobodyReferredIsOpen() {
        assertEquals(OPEN, met());
        assertEquals(OPEN, met(ReferralStates.of(UUID.randomUUID(), "completed", "service-given", "met")));
        assertEquals(OPEN, met(ReferralStates.of(null, "completed", "service-given", "met")));
    }

    @Test
    void aReferralUnderWayIsInProgressAndOneThatCameToNothingLeavesTheNeedOpen() {
        for (String status : List.of("requested", "waitlisted", "accepted", "scheduled", "in-progress", "on-hold")) {
            assertEquals(IN_PROGRESS, met(referral(status, null, null)), status);
        }
        for (String status : List.of("declined", "unsuccessful", "cancelled", "expired", "entered-in-error")) {
            assertEquals(OPEN, met(referral(status, null, null)), status);
        }
    }

    @Test
    void theProviderAloneDoesNotDecideThatANeedIsMet() {
        assertEquals(IN_PROGRESS, met(referral("completed", "service-given", null)));
    }

    @Test
    void theClientsViewDecidesAgainstTheProviders() {
        assertEquals(NOT_MET, met(referral("completed", "service-given", "not-met")));
        assertEquals(PARTLY_MET, met(referral("completed", "service-given", "partly")));
        assertEquals(MET, met(referral("completed", "none", "met")));
        assertEquals(MET, met(referral("unsuccessful", null, "met")));
    }

    @Test
    void aClientWhoCouldNotTellLeavesItOpenWhetherTheNeedIsMet() {
        assertEquals(IN_PROGRESS, met(referral("completed", "service-given", "unknown")));
        assertEquals(OPEN, met(referral("unsuccessful", null, "unknown")));
    }

    @Test
    void ofSeveralReferralsTheOneThatBroughtTheNeedFurthestCounts() {
        ReferralState met = referral("completed", "service-given", "met");
        NeedOutcome outcome = outcome(referral("declined", null, null), met, referral("in-progress", null, null));
        assertEquals(MET, outcome.metStatus());
        assertEquals(met.referralId(), outcome.referralId());
        assertEquals("service-given", outcome.providerResult());
        assertEquals("met", outcome.clientResult());
        assertEquals(IN_PROGRESS, met(referral("completed", "none", "not-met"), referral("requested", null, null)));
    }

    @Test
    void withoutAReferralThereIsNothingToPointAt() {
        assertNull(outcome().referralId());
    }

    private ReferralState referral(String status, String providerResult, String clientResult) {
        return ReferralStates.of(need, status, providerResult, clientResult);
    }

    private MetStatus met(ReferralState... referrals) {
        return outcome(referrals).metStatus();
    }

    private NeedOutcome outcome(ReferralState... referrals) {
        return NeedOutcome.of(need, Stream.of(referrals).toList());
    }
}

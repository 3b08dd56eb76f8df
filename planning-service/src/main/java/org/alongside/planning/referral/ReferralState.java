package org.alongside.planning.referral;

import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What this service knows of a referral: the state that referral-service told last. Codes as they came. */
@Entity
@Table(name = "referral_state")
public class ReferralState {

    /** Statuses of a referral from which it goes on by itself. */
    private static final Set<String> OPEN = Set.of("requested", "waitlisted", "accepted", "scheduled", "in-progress",
            "on-hold");

    @Id
    private UUID id;

    @Column(name = "client_id", nullable = false, updatable = false)
    private UUID clientId;

    @Column(name = "home_agency", nullable = false, updatable = false)
    private UUID homeAgency;

    @Column(name = "need_id")
    private UUID needId;

    @Column(nullable = false)
    private String category;

    @Column(nullable = false)
    private String status;

    private String reason;

    @Column(name = "provider_result")
    private String providerResult;

    @Column(name = "client_result")
    private String clientResult;

    @Column(name = "loop_closed", nullable = false)
    private boolean loopClosed;

    /** Of the referral, in the count of referral-service. */
    @Column(nullable = false)
    private long version;

    protected ReferralState() {}

    ReferralState(ReferralTold told) {
        this.id = told.referralId();
        this.clientId = told.clientId();
        this.homeAgency = told.homeAgency();
        take(told);
    }

    /** Nothing when what was told is older than what is known. */
    final void take(ReferralTold told) {
        if (told.version() < version) {
            return;
        }
        needId = told.needId();
        category = told.category();
        status = told.status();
        reason = told.reason();
        providerResult = told.providerResult();
        clientResult = told.clientResult();
        loopClosed = told.loopClosed();
        version = told.version();
    }

    /** Whether something may still come of it: it was sent, and is not over. */
    public boolean isOpen() {
        return OPEN.contains(status);
    }

    public UUID referralId() {
        return id;
    }

    public UUID clientId() {
        return clientId;
    }

    public UUID needId() {
        return needId;
    }

    public String category() {
        return category;
    }

    public String status() {
        return status;
    }

    /** What the provider says it gave; null before the end of the referral. */
    public String providerResult() {
        return providerResult;
    }

    /** Whether the need is met in the client's view; null as long as the client was not asked. */
    public String clientResult() {
        return clientResult;
    }
}

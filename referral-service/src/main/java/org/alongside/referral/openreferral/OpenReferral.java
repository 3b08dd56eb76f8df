package org.alongside.referral.openreferral;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.alongside.kit.access.NamelessRecord;
import org.alongside.kit.code.Coded;
import org.alongside.kit.need.Urgency;
import org.alongside.referral.openreferral.api.OpenAReferral;

/** A need that any eligible agency may take up, as all agencies see it: what kind of need, where, how urgent. */
@Entity
@Table(name = "open_referral")
class OpenReferral implements NamelessRecord {

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private String category;

    @Column(nullable = false, updatable = false)
    private String area;

    @Column(nullable = false, updatable = false)
    private String urgency;

    @Column(nullable = false)
    @Convert(converter = OpenReferralStatusColumn.class)
    private OpenReferralStatus status = OpenReferralStatus.OPEN;

    private UUID claimant;

    @Column(name = "service_id")
    private UUID serviceId;

    @Column(name = "claim_until")
    private Instant claimUntil;

    /** Agencies whose claim on it has lapsed. */
    @Column(name = "lapsed_claims", nullable = false)
    private UUID[] lapsedClaims = {};

    @Column(name = "referral_id")
    private UUID referralId;

    @Column(name = "opened_at", nullable = false, updatable = false)
    private Instant openedAt;

    @Version
    private long version;

    protected OpenReferral() {}

    OpenReferral(UUID id, OpenAReferral opened, Instant now) {
        this.id = id;
        this.category = opened.category();
        this.area = opened.areaPostalCode();
        this.urgency = opened.urgency().code();
        this.openedAt = now;
    }

    /** The client agreed to nothing in time: it is open again, to all but the claimant. */
    void lapse() {
        lapsedClaims = Stream.concat(Arrays.stream(lapsedClaims), Stream.of(claimant)).toArray(UUID[]::new);
        release();
    }

    /** What the claimant would have helped with is offered no longer: it is open to all again. */
    void release() {
        status = status.to(OpenReferralStatus.OPEN);
        unclaim();
    }

    void withdraw() {
        status = status.to(OpenReferralStatus.WITHDRAWN);
        unclaim();
    }

    void become(UUID referral) {
        status = status.to(OpenReferralStatus.REQUESTED);
        referralId = referral;
        claimUntil = null;
    }

    private void unclaim() {
        claimant = null;
        serviceId = null;
        claimUntil = null;
    }

    String category() {
        return category;
    }

    String area() {
        return area;
    }

    Urgency urgency() {
        return Coded.stored(Urgency.class, urgency);
    }

    OpenReferralStatus status() {
        return status;
    }

    UUID claimant() {
        return claimant;
    }

    /** Whether the agency has had its turn. */
    boolean hasLapsedFor(UUID agency) {
        return Arrays.asList(lapsedClaims).contains(agency);
    }

    UUID serviceId() {
        return serviceId;
    }

    Instant claimUntil() {
        return claimUntil;
    }

    UUID referralId() {
        return referralId;
    }

    Instant openedAt() {
        return openedAt;
    }

    @Override
    public String recordType() {
        return "open-referral";
    }

    @Override
    public UUID recordId() {
        return id;
    }

    @Override
    public long recordVersion() {
        return version;
    }

    /** To every agency while it may be claimed or is. */
    @Override
    public boolean isOpenTo(UUID agency) {
        return !status.isFinal();
    }

    @Override
    public String basis() {
        return "open-referral";
    }
}

package org.alongside.referral.referral;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.alongside.kit.access.NamelessRecord;
import org.alongside.kit.code.Coded;
import org.hibernate.annotations.Immutable;

/**
 * What a recipient keeps of a referral when its grant has ended: that there was one, for which service, how far it came. A view
 * of the database that lacks every column by which the client could be known.
 */
@Entity
@Immutable
@Table(name = "referral_fact")
class ReferralFact implements NamelessRecord {

    @Id
    private UUID id;

    private UUID sender;

    private UUID recipient;

    @Column(name = "service_id")
    private UUID serviceId;

    private String category;

    @Convert(converter = ReferralStatusColumn.class)
    private ReferralStatus status;

    private String reason;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "accepted_at")
    private Instant acceptedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    private long version;

    protected ReferralFact() {}

    UUID sender() {
        return sender;
    }

    UUID recipient() {
        return recipient;
    }

    UUID serviceId() {
        return serviceId;
    }

    String category() {
        return category;
    }

    ReferralStatus status() {
        return status;
    }

    EndReason reason() {
        return Coded.stored(EndReason.class, reason);
    }

    Instant requestedAt() {
        return requestedAt;
    }

    Instant acceptedAt() {
        return acceptedAt;
    }

    Instant endedAt() {
        return endedAt;
    }

    @Override
    public String recordType() {
        return "referral";
    }

    @Override
    public UUID recordId() {
        return id;
    }

    @Override
    public long recordVersion() {
        return version;
    }

    @Override
    public boolean isOpenTo(UUID agency) {
        return recipient.equals(agency);
    }

    @Override
    public String basis() {
        return "referral-fact";
    }
}

package org.alongside.referral.eligibility;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.ColumnTransformer;

/** The rule of one service. */
@Entity
@Table(name = "service_eligibility")
class ServiceEligibility {

    @Id
    @Column(name = "service_id")
    private UUID serviceId;

    /** JSON of a {@link Rule}. */
    @Column(nullable = false)
    @ColumnTransformer(read = "rule::text", write = "?::jsonb")
    private String rule;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Version
    private long version;

    protected ServiceEligibility() {}

    ServiceEligibility(UUID serviceId) {
        this.serviceId = serviceId;
    }

    void change(String newRule, Instant at) {
        rule = newRule;
        changedAt = at;
    }

    UUID serviceId() {
        return serviceId;
    }

    String rule() {
        return rule;
    }

    Instant changedAt() {
        return changedAt;
    }

    long version() {
        return version;
    }
}

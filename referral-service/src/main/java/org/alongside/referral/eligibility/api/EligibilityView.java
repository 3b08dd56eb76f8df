package org.alongside.referral.eligibility.api;

import java.time.Instant;
import java.util.UUID;

import org.alongside.kit.http.Versioned;
import org.alongside.referral.eligibility.Rule;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** Whom a service is for, beside the ages of its HSDS entry. */
public record EligibilityView(UUID serviceId, Rule rule, Instant changedAt,
        @JsonIgnore long version) implements Versioned {}

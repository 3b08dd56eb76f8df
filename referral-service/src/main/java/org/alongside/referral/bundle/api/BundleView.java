package org.alongside.referral.bundle.api;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;
import org.alongside.referral.referral.api.ReferralSummary;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * The referrals of a bundle, each with its status, in the order in which they were drafted.
 *
 * @param version changes whenever one of them changes
 */
public record BundleView(UUID bundleId, UUID clientId, List<ReferralSummary> referrals, @JsonIgnore Set<Part> parts,
        @JsonIgnore long version) implements DisclosedView, Versioned {}

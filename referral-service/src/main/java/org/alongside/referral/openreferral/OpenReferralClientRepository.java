package org.alongside.referral.openreferral;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.record.ClientRecords;

/** Row-level security shows a request those of the acting agency's clients alone. */
@ApplicationScoped
class OpenReferralClientRepository implements ClientRecords<OpenReferralClient> {}

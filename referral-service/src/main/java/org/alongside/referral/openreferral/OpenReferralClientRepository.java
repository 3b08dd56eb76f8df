package org.alongside.referral.openreferral;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.record.ClientRecords;

/** Row-level security shows a request those of the acting agency's clients alone. */
@ApplicationScoped
class OpenReferralClientRepository implements ClientRecords<OpenReferralClient> {

    List<OpenReferralClient> of(List<UUID> ofClients) {
        return list("clientId in ?1 order by id", ofClients);
    }
}

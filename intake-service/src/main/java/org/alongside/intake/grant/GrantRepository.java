package org.alongside.intake.grant;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
class GrantRepository implements PanacheRepositoryBase<AccessGrant, UUID> {

    List<AccessGrant> liveUnder(UUID consentId) {
        return list("consentId = ?1 and revokedAt is null order by id", consentId);
    }

    List<AccessGrant> ofClient(UUID clientId, UUID lastSeen, int limit) {
        return find("clientId = ?1 and id > ?2 order by id", clientId, lastSeen).page(0, limit).list();
    }
}

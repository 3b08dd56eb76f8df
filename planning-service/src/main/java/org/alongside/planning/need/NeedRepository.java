package org.alongside.planning.need;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Row-level security bounds every query here to what the acting agency may see. */
@ApplicationScoped
class NeedRepository implements PanacheRepositoryBase<Need, UUID> {

    List<Need> ofClient(UUID clientId) {
        return list("clientId = ?1 order by priority nulls last, id", clientId);
    }

    Optional<Need> of(UUID clientId, UUID needId) {
        return find("clientId = ?1 and id = ?2", clientId, needId).firstResultOptional();
    }
}

package org.alongside.planning.need;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Row-level security bounds every query here to what the acting agency may see. */
@ApplicationScoped
class NeedRepository implements PanacheRepositoryBase<Need, UUID> {

    List<Need> of(List<UUID> clients) {
        return list("clientId in ?1 order by priority nulls last, id", clients);
    }

    Optional<Need> of(List<UUID> clients, UUID needId) {
        return find("clientId in ?1 and id = ?2", clients, needId).firstResultOptional();
    }
}

package org.alongside.intake.client;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.alongside.kit.problem.Problem;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Row-level security bounds every query here to what the acting agency may see. */
@ApplicationScoped
class ClientRepository implements PanacheRepositoryBase<Client, UUID> {

    /** @throws Problem {@code not-found} when absent or hidden */
    Client require(UUID clientId) {
        return findByIdOptional(clientId).orElseThrow(Problem::notFound);
    }

    /** As {@link #require}, holding the row so that changes of one client come one after the other. */
    Client requireForChange(UUID clientId) {
        return findByIdOptional(clientId, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problem::notFound);
    }

    List<Client> after(UUID lastSeen, List<UUID> candidates, int limit) {
        return find("id in ?1 and id > ?2 order by id", candidates, lastSeen).page(0, limit).list();
    }
}

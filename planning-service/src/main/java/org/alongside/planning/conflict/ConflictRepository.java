package org.alongside.planning.conflict;

import java.util.Collection;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Row-level security bounds every query here to declarations of the acting agency. */
@ApplicationScoped
class ConflictRepository implements PanacheRepositoryBase<WorkerConflict, UUID> {

    boolean isInForce(UUID agency, String worker, Collection<UUID> clients) {
        return count("agency = ?1 and worker = ?2 and clientId in ?3 and inForce", agency, worker, clients) > 0;
    }
}

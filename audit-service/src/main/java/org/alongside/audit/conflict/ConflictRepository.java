package org.alongside.audit.conflict;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Row-level security bounds every query here to the caller's agency. */
@ApplicationScoped
class ConflictRepository implements PanacheRepositoryBase<ConflictDeclaration, UUID> {

    /** All of them, held against changes until the transaction ends. */
    Stream<ConflictDeclaration> streamHeld() {
        return find("order by id").withLock(LockModeType.PESSIMISTIC_WRITE).stream();
    }

    /** What has been declared and not withdrawn. */
    Optional<ConflictDeclaration> inForce(String worker, UUID client, Relation relation) {
        return find("worker = ?1 and client = ?2 and relation = ?3 and withdrawnAt is null", worker, client, relation)
                .firstResultOptional();
    }
}

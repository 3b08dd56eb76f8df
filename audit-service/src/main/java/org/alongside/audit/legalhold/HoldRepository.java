package org.alongside.audit.legalhold;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.problem.Problem;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Row-level security bounds every query here to the holds of the caller's agency, or to none for an auditor. */
@ApplicationScoped
class HoldRepository implements PanacheRepositoryBase<LegalHold, UUID> {

    /** @throws Problem {@code not-found} when absent or hidden */
    LegalHold require(UUID id) {
        return findByIdOptional(id).orElseThrow(Problem::notFound);
    }

    /**
     * Last placed first.
     *
     * @param before only those placed before the one of this id; {@code null} begins with the last
     */
    List<LegalHold> list(UUID before, int limit) {
        return (before == null ? find("order by id desc") : find("id < ?1 order by id desc", before)).page(0, limit)
                .list();
    }
}

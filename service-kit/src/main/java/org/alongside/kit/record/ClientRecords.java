package org.alongside.kit.record;

import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.alongside.kit.access.ClientRecord;
import org.alongside.kit.problem.Problem;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/**
 * A repository of records of clients. Row-level security bounds every query to what the acting agency, or the running job, may
 * see: what is hidden is absent here.
 *
 * @param <R> the record
 */
public interface ClientRecords<R extends ClientRecord> extends PanacheRepositoryBase<R, UUID> {

    /** @throws Problem {@code not-found} when absent or hidden */
    default R require(UUID id) {
        return findByIdOptional(id).orElseThrow(Problem::notFound);
    }

    /** As {@link #require}, holding the row, so that commands on one record come one after the other. */
    default R requireForChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problem::notFound);
    }
}

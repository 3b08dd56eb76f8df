package org.alongside.intake.client;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to what the acting agency may see. */
@ApplicationScoped
class ClientRepository implements ClientRecords<Client> {

    /** In the order of their ids. */
    List<Client> of(List<UUID> ids) {
        return list("id in ?1 order by id", ids);
    }

    /** Every client there is, held so that no change overtakes what is told of it. */
    Stream<Client> streamHeld() {
        return find("order by id").withLock(LockModeType.PESSIMISTIC_WRITE).stream();
    }
}

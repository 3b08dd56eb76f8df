package org.alongside.intake.merge;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to clients of the acting agency. */
@ApplicationScoped
class MergeRepository implements ClientRecords<ClientMerge> {

    /** Those of a record into others and of others into it. */
    List<ClientMerge> about(UUID clientId, UUID lastSeen, int limit) {
        return find("(clientId = ?1 or survivorId = ?1) and id > ?2 order by id", clientId, lastSeen).page(0, limit)
                .list();
    }
}

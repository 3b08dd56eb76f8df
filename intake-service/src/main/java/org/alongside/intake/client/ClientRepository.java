package org.alongside.intake.client;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to what the acting agency may see. */
@ApplicationScoped
class ClientRepository implements ClientRecords<Client> {

    List<Client> after(UUID lastSeen, List<UUID> candidates, int limit) {
        return find("id in ?1 and id > ?2 order by id", candidates, lastSeen).page(0, limit).list();
    }
}

package org.alongside.intake.conversation;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to clients of the acting agency. */
@ApplicationScoped
class ConversationRepository implements ClientRecords<Conversation> {

    List<Conversation> ofClient(UUID clientId, UUID lastSeen, int limit) {
        return find("clientId = ?1 and id > ?2 order by id", clientId, lastSeen).page(0, limit).list();
    }
}

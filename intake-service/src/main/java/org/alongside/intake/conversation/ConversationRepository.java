package org.alongside.intake.conversation;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to clients of the acting agency. */
@ApplicationScoped
class ConversationRepository implements ClientRecords<Conversation> {

    List<Conversation> of(List<UUID> clients, UUID lastSeen, int limit) {
        return find("clientId in ?1 and id > ?2 order by id", clients, lastSeen).page(0, limit).list();
    }
}

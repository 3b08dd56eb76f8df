package org.alongside.referral.message;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.record.ClientRecords;

/** Row-level security shows a request the messages of referrals between the acting agency and another. */
@ApplicationScoped
class MessageRepository implements ClientRecords<Message> {

    Optional<Message> find(UUID referralId, UUID messageId) {
        return find("id = ?1 and referralId = ?2", messageId, referralId).firstResultOptional();
    }

    List<Message> of(UUID referralId, UUID lastSeen, int limit) {
        return find("referralId = ?1 and id > ?2 order by id", referralId, lastSeen).page(0, limit).list();
    }
}

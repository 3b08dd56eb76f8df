package org.alongside.referral.message;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.record.ClientRecords;

/** Row-level security shows a request the messages of referrals between the acting agency and another. */
@ApplicationScoped
class MessageRepository implements ClientRecords<Message> {

    Optional<Message> find(UUID referralId, UUID messageId, UUID agency) {
        return find("id = ?1 and referralId = ?2 and ?3 in (agency, addressee)", messageId, referralId, agency)
                .firstResultOptional();
    }

    /** Those that an agency wrote or was written. */
    List<Message> of(UUID referralId, UUID agency, UUID lastSeen, int limit) {
        return find("referralId = ?1 and ?2 in (agency, addressee) and id > ?3 order by id", referralId, agency,
                lastSeen).page(0, limit).list();
    }
}

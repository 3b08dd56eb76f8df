package org.alongside.audit.disclosurenote;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to the home agency's clients, or to none for an auditor. */
@ApplicationScoped
class NoteRepository implements ClientRecords<DisclosureNote> {

    /** Oldest first. */
    List<DisclosureNote> onEntries(List<UUID> clients, List<Long> entries) {
        return list("clientId in ?1 and entryIndex in ?2 order by id", clients, entries);
    }
}

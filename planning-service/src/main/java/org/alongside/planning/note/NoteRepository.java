package org.alongside.planning.note;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to what the acting agency may see. */
@ApplicationScoped
class NoteRepository implements ClientRecords<Note> {

    List<Note> ofCase(UUID caseId, UUID lastSeen, int limit) {
        return find("caseId = ?1 and id > ?2 order by id", caseId, lastSeen).page(0, limit).list();
    }

    List<UUID> addenda(UUID noteId) {
        return getEntityManager().createQuery("select n.id from Note n where n.corrects = ?1 order by n.id", UUID.class)
                .setParameter(1, noteId).getResultList();
    }
}

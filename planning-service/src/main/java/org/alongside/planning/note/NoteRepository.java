package org.alongside.planning.note;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to what the acting agency may see. */
@ApplicationScoped
class NoteRepository implements ClientRecords<Note> {

    List<Note> ofCase(UUID caseId, UUID lastSeen, int limit) {
        return find("caseId = ?1 and id > ?2 order by id", caseId, lastSeen).page(0, limit).list();
    }

    /** Notes that put one of these right, by the note that they put right, the oldest first. */
    Map<UUID, List<UUID>> addenda(List<Note> corrected) {
        return list("corrects in ?1 order by id", corrected.stream().map(Note::recordId).toList()).stream()
                .collect(groupingBy(Note::corrects, mapping(Note::recordId, toList())));
    }
}

package org.alongside.audit.disclosurenote;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.audit.disclosurenote.api.NoteView;
import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.sealing.SealedJson;

/** Between the sealed row and the view. The words open for the home agency only: an auditor learns that there is a note. */
@ApplicationScoped
class NoteMapper {

    private final SealedJson sealed;
    private final AccessContext context;

    NoteMapper(SealedJson sealed, AccessContext context) {
        this.sealed = sealed;
        this.context = context;
    }

    NoteView view(DisclosureNote note, Disclosure disclosure) {
        return new NoteView(note.recordId(), note.clientId(), note.entryIndex(), note.kind(), note.status(),
                open(note, disclosure, DisclosureNote.WORDS, note.words()), note.author(), note.notedAt(),
                open(note, disclosure, DisclosureNote.ANSWER, note.answer()), note.answeredBy(), note.answeredAt(),
                disclosure.parts(), note.recordVersion());
    }

    private String open(DisclosureNote note, Disclosure disclosure, String field, byte[] value) {
        return note.homeAgency().equals(context.caller().agency())
                ? sealed.open(disclosure, Part.ACCESS_LOG, field, value, String.class)
                : null;
    }
}

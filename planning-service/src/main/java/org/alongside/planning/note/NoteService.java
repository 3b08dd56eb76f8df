package org.alongside.planning.note;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;
import org.alongside.kit.sealing.BlindIndex;
import org.alongside.kit.sealing.SealedJson;
import org.alongside.kit.time.Ids;
import org.alongside.planning.casework.Case;
import org.alongside.planning.casework.CaseService;
import org.alongside.planning.note.api.AddToNote;
import org.alongside.planning.note.api.NoteView;
import org.alongside.planning.note.api.SearchNotes;
import org.alongside.planning.note.api.WriteNote;

/** Keeps notes of the work in a case. Also of a closed one: what is to be said of it does not end with it. */
@ApplicationScoped
@Transactional
public class NoteService {

    private static final String LIST = "note.list";
    private static final String SEARCH = "note.search";

    private final NoteRepository notes;
    private final CaseService cases;
    private final SealedJson sealed;
    private final AccessGate gate;
    private final AccessContext access;
    private final Cursors cursors;
    private final Clock clock;

    NoteService(NoteRepository notes, CaseService cases, SealedJson sealed, AccessGate gate, AccessContext access,
            Cursors cursors, Clock clock) {
        this.notes = notes;
        this.cases = cases;
        this.sealed = sealed;
        this.gate = gate;
        this.access = access;
        this.cursors = cursors;
        this.clock = clock;
    }

    public UUID write(UUID caseId, WriteNote written) {
        Case of = cases.require(caseId);
        List<Violation> faults = written.faults();
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        Note note = new Note(Ids.next(), caseId, of, written.kind(), written.visibleWith(),
                sealed.seal(of.clientId(), Note.WORDS, written.words()), access.caller().subject(), clock.instant());
        notes.persist(note);
        return note.recordId();
    }

    /** @return the id of the note that puts the other one right */
    public UUID add(UUID noteId, AddToNote said) {
        Note note = notes.require(noteId);
        gate.disclose(note);
        Note addendum = note.addendum(Ids.next(), sealed.seal(note.clientId(), Note.WORDS, said.words()),
                access.caller().subject(), clock.instant());
        notes.persist(addendum);
        return addendum.recordId();
    }

    public NoteView read(UUID noteId) {
        Note note = notes.require(noteId);
        return view(note, gate.disclose(note), notes.addenda(List.of(note)));
    }

    /** Those of a case, the oldest first. A grant for {@code notes} alone opens them and not the case. */
    public Page<NoteView> ofCase(UUID caseId, PageRequest page) {
        UUID lastSeen = cursors.lastSeen(LIST, caseId, page);
        List<Note> rows = notes.ofCase(caseId, lastSeen, page.rowsToRead());
        Map<UUID, List<UUID>> addenda = notes.addenda(rows);
        Page<NoteView> visible = Page.ofVisible(rows, page,
                note -> gate.find(note).map(disclosure -> view(note, disclosure, addenda)),
                note -> cursors.after(LIST, caseId, note.recordId()));
        if (visible.items().isEmpty()) {
            cases.require(caseId);
        }
        return visible;
    }

    /**
     * Those of a case that hold some words. Each page looks through as many notes as it may have items, opens them, and shows those that
     * match: it can be short or empty and not the last.
     *
     * @throws Problem {@code not-found} when the caller may not see the case
     */
    public Page<NoteView> search(UUID caseId, SearchNotes wanted, PageRequest page) {
        cases.require(caseId);
        Searched searched = new Searched(caseId, wanted);
        String words = BlindIndex.normalise(wanted.words());
        UUID lastSeen = cursors.lastSeen(SEARCH, searched, page);
        List<Note> rows = notes.ofCase(caseId, lastSeen, page.rowsToRead());
        Map<UUID, List<UUID>> addenda = notes.addenda(rows);
        return Page.ofVisible(rows, page,
                note -> gate.find(note).map(disclosure -> view(note, disclosure, addenda))
                        .filter(view -> isIn(view.words(), words)),
                note -> cursors.after(SEARCH, searched, note.recordId()));
    }

    /** Nothing matches words of which nothing is left to compare. */
    private static boolean isIn(String text, String words) {
        return !words.isEmpty() && BlindIndex.normalise(text).contains(words);
    }

    private NoteView view(Note note, Disclosure disclosure, Map<UUID, List<UUID>> addenda) {
        Part opening = disclosure.has(Part.NOTES) ? Part.NOTES : Part.PLAN;
        return new NoteView(note.recordId(), note.caseId(), note.clientId(), note.corrects(),
                addenda.getOrDefault(note.recordId(), List.of()), note.kind(), note.visibleWith(),
                sealed.open(disclosure, opening, Note.WORDS, note.words(), String.class), note.author(),
                note.writtenAt(), disclosure.parts(), note.recordVersion());
    }

    /** What a cursor of the search is bound to. */
    private record Searched(UUID caseId, SearchNotes wanted) {}
}

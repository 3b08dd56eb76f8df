package org.alongside.audit.disclosurenote;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.audit.disclosureaccount.AccountedClient;
import org.alongside.audit.disclosureaccount.AccountedClients;
import org.alongside.audit.disclosurenote.api.AnswerNote;
import org.alongside.audit.disclosurenote.api.NoteView;
import org.alongside.audit.disclosurenote.api.WriteNote;
import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.http.Etag;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;
import org.alongside.kit.sealing.SealedJson;
import org.alongside.kit.time.Ids;

/** Keeps what clients say to lines of their account, and what their agency answers. */
@ApplicationScoped
@Transactional
public class NoteService {

    private final NoteRepository notes;
    private final NoteMapper mapper;
    private final AccountedClients clients;
    private final AccessGate gate;
    private final AccessContext context;
    private final SealedJson sealed;
    private final Clock clock;

    NoteService(NoteRepository notes, NoteMapper mapper, AccountedClients clients, AccessGate gate,
            AccessContext context, SealedJson sealed, Clock clock) {
        this.notes = notes;
        this.mapper = mapper;
        this.clients = clients;
        this.gate = gate;
        this.context = context;
        this.sealed = sealed;
        this.clock = clock;
    }

    /**
     * @throws Problem {@code not-found} for a client that is not the caller's agency's; {@code invalid-input} when the entry is no line of
     *                 the client's account
     */
    public UUID write(WriteNote note) {
        AccountedClient client = clients.withLine(clients.open(note.client(), clients.logSize()), note.entryIndex())
                .orElseThrow(() -> Problem.invalid(
                        new Violation("/entryIndex", "unknown", "must be a line of this client's account")));
        DisclosureNote written = new DisclosureNote(Ids.next(), client, note.entryIndex(), note.kind(),
                sealed.seal(client.clientId(), DisclosureNote.WORDS, note.words()), context.caller().subject(),
                clock.instant());
        notes.persistAndFlush(written);
        return written.recordId();
    }

    public NoteView read(UUID noteId) {
        return view(notes.require(noteId));
    }

    /** @throws Problem {@code conflicting-state} when it is answered already */
    public NoteView answer(UUID noteId, String ifMatch, AnswerNote answer) {
        DisclosureNote note = notes.requireForChange(noteId);
        gate.disclose(note);
        Etag.require(ifMatch, note.recordVersion());
        note.answer(sealed.seal(note.clientId(), DisclosureNote.ANSWER, answer.words()), context.caller().subject(),
                clock.instant());
        notes.flush();
        return view(note);
    }

    /** Notes by the entry that they are on, each disclosed; without those of an erased client, which nobody can read any more. */
    public Map<Long, List<NoteView>> onEntries(List<UUID> clients, List<Long> entries) {
        return notes.onEntries(clients, entries).stream()
                .flatMap(note -> gate.find(note).map(disclosure -> mapper.view(note, disclosure)).stream())
                .collect(Collectors.groupingBy(NoteView::entryIndex));
    }

    private NoteView view(DisclosureNote note) {
        return mapper.view(note, gate.disclose(note));
    }
}

package org.alongside.audit.disclosurenote;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.audit.disclosurenote.api.NoteKind;
import org.alongside.audit.disclosurenote.api.NoteStatus;
import org.alongside.kit.access.ClientRecord;
import org.alongside.kit.record.ClientEntity;
import org.hibernate.annotations.DynamicUpdate;

/** A client's words to a line of the account of disclosures. They stay as they were said. */
@Entity
@DynamicUpdate
@Table(name = "disclosure_note")
class DisclosureNote extends ClientEntity {

    /** What the words are sealed for. */
    static final String WORDS = "disclosure_note.words";
    /** What the answer is sealed for. */
    static final String ANSWER = "disclosure_note.answer";

    @Column(name = "entry_index", nullable = false, updatable = false)
    private long entryIndex;

    @Column(nullable = false, updatable = false)
    @Convert(converter = NoteKindColumn.class)
    private NoteKind kind;

    @Column(nullable = false)
    @Convert(converter = NoteStatusColumn.class)
    private NoteStatus status = NoteStatus.OPEN;

    @Column(nullable = false, updatable = false)
    private byte[] words;

    @Column(nullable = false, updatable = false)
    private String author;

    @Column(name = "noted_at", nullable = false, updatable = false)
    private Instant notedAt;

    private byte[] answer;

    @Column(name = "answered_by")
    private String answeredBy;

    @Column(name = "answered_at")
    private Instant answeredAt;

    protected DisclosureNote() {}

    DisclosureNote(UUID id, ClientRecord client, long entryIndex, NoteKind kind, byte[] words, String author,
            Instant now) {
        super(id, client.clientId(), client.homeAgency());
        this.entryIndex = entryIndex;
        this.kind = kind;
        this.words = words;
        this.author = author;
        this.notedAt = now;
    }

    void answer(byte[] sealed, String by, Instant now) {
        status = status.to(NoteStatus.ANSWERED);
        answer = sealed;
        answeredBy = by;
        answeredAt = now;
    }

    long entryIndex() {
        return entryIndex;
    }

    NoteKind kind() {
        return kind;
    }

    NoteStatus status() {
        return status;
    }

    byte[] words() {
        return words;
    }

    String author() {
        return author;
    }

    Instant notedAt() {
        return notedAt;
    }

    byte[] answer() {
        return answer;
    }

    String answeredBy() {
        return answeredBy;
    }

    Instant answeredAt() {
        return answeredAt;
    }

    @Override
    public String recordType() {
        return "disclosure-note";
    }
}

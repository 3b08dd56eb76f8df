package org.alongside.planning.note;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.kit.access.ClientRecord;
import org.alongside.kit.access.Part;
import org.alongside.kit.code.Coded;
import org.alongside.kit.record.ClientEntity;
import org.hibernate.annotations.Immutable;

/** A note, as it was written. It is never changed: another note puts it right and names it. */
@Entity
@Immutable
@Table(name = "note")
class Note extends ClientEntity {

    static final String WORDS = "note.words";

    @Column(name = "case_id", nullable = false)
    private UUID caseId;

    private UUID corrects;

    @Column(nullable = false)
    @Convert(converter = NoteKindColumn.class)
    private NoteKind kind;

    @Column(nullable = false)
    private String[] parts;

    @Column(nullable = false)
    private byte[] words;

    @Column(nullable = false)
    private String author;

    @Column(name = "written_at", nullable = false)
    private Instant writtenAt;

    protected Note() {}

    /** @param author token subject */
    Note(UUID id, UUID caseId, ClientRecord client, NoteKind kind, Collection<Part> parts, byte[] sealedWords,
            String author, Instant now) {
        super(id, client.clientId(), client.homeAgency());
        this.caseId = caseId;
        this.kind = kind;
        this.parts = parts.stream().map(Part::code).sorted().toArray(String[]::new);
        this.words = sealedWords;
        this.author = author;
        this.writtenAt = now;
    }

    /** A note that puts this one right, as visible as this one. */
    Note addendum(UUID id, byte[] sealedWords, String by, Instant now) {
        Note addendum = new Note(id, caseId, this, kind, partsByGrant(), sealedWords, by, now);
        addendum.corrects = recordId();
        return addendum;
    }

    UUID caseId() {
        return caseId;
    }

    UUID corrects() {
        return corrects;
    }

    NoteKind kind() {
        return kind;
    }

    List<String> visibleWith() {
        return List.of(parts);
    }

    byte[] words() {
        return words;
    }

    String author() {
        return author;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    @Override
    public String recordType() {
        return "note";
    }

    @Override
    public Set<Part> partsByGrant() {
        return Arrays.stream(parts).map(code -> Coded.stored(Part.class, code)).collect(Collectors.toSet());
    }
}

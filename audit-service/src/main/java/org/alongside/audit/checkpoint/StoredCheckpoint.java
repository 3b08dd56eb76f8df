package org.alongside.audit.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;

import org.alongside.auditlog.note.SignedNote;

/**
 * A checkpoint that was published.
 *
 * @param size     entries that it covers
 * @param note     signed note, see {@link SignedNote}
 * @param signedAt by this service's clock
 */
public record StoredCheckpoint(long size, String note, Instant signedAt) {

    public SignedNote signedNote() {
        return SignedNote.parse(note.getBytes(UTF_8));
    }
}

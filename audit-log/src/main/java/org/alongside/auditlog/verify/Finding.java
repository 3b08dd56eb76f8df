package org.alongside.auditlog.verify;

/**
 * Something about the log that is not as it has to be.
 *
 * @param kind    which check found it
 * @param entry   number of the entry that it is about, or the first of several; null when it is about the log as a whole
 * @param message a sentence that says what is wrong and where
 */
public record Finding(Kind kind, Long entry, String message) {

    /** Which check found it: the ones that say most precisely where something was changed come first. */
    public enum Kind {
        /** An entry's bytes and its stored leaf hash disagree, or the bytes are no entry of this log. */
        ENTRY,
        /** Entries are missing, doubled or out of order by their numbers. */
        NUMBER,
        /** A column repeats something else than the bytes say. */
        COLUMN,
        /** Two entries have one event id. */
        ID,
        /** A source's sequence has a gap or a double. */
        SEQUENCE,
        /** A stored tile is not the one that follows from the entries. */
        TILE,
        /** The log is not a continuation of a checkpoint kept from earlier. */
        HISTORY,
        /** A signed root is not the one that follows from the entries. */
        ROOT,
        /** A checkpoint is not signed as it must be, cannot be read, or stands at the wrong place. */
        CHECKPOINT
    }
}

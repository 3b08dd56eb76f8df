package org.alongside.auditlog.verify;

import java.util.List;

import org.alongside.auditlog.verify.Finding.Kind;

/**
 * Entries that are not there, only their hashes: allowed at the front of a log, as far as the auditor knows them to be old.
 *
 * <p>
 * What entries say of their time proves nothing here: whoever writes them chooses it, and the log does not sign when it sealed. What does
 * is a checkpoint that the auditor, or a witness, kept from back then.
 *
 * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles, "Pruning"</a>
 */
final class RemovedFront {

    private final long old;
    private long removed;

    /** @param old so many entries, from the first on, are known to be so old that they may be gone */
    RemovedFront(long old) {
        this.old = old;
    }

    /** Entries removed at the front. */
    long removed() {
        return removed;
    }

    /** The next entries of the log. */
    void take(List<CheckedRow> rows, Findings findings) {
        int at = 0;
        while (at < rows.size()) {
            at = rows.get(at).isRemoved() ? takeRun(rows, at, findings) : at + 1;
        }
    }

    private int takeRun(List<CheckedRow> rows, int at, Findings findings) {
        int end = at;
        while (end < rows.size() && rows.get(end).isRemoved()) {
            end++;
        }
        long first = rows.get(at).index();
        if (first == removed) {
            removed += end - at;
        } else {
            findings.add(Kind.NUMBER, first, "Entries " + first + " to " + rows.get(end - 1).index()
                    + " are missing: only their hashes are there, and entries before them are");
        }
        return end;
    }

    /** To be asked once, at the end. */
    void check(Findings findings) {
        if (removed > old) {
            findings.add(Kind.NUMBER, old,
                    "Entries " + old + " to " + (removed - 1) + " are missing, and no checkpoint shows that "
                            + "they were so old that they may be: only their hashes are there");
        }
    }
}

package org.alongside.auditlog.verify;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import org.alongside.auditlog.LogEntry;
import org.alongside.auditlog.verify.Finding.Kind;

/**
 * Entries that are not there, only their hashes: allowed at the front of a log, of entries whose time was over.
 *
 * <p>
 * The log seals in the order of time, so that what lies before an entry is older than it. The {@value #EVIDENCE} entries that come first
 * behind the removed ones tell how old those are at least: their own bytes, which the tree covers, say when the accesses were.
 *
 * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles, "Pruning"</a>
 */
final class RemovedFront {

    private static final int EVIDENCE = 256;

    private final Instant overBefore;
    private long removed;
    private int seen;
    private Instant youngest = Instant.MIN;

    /** @param overBefore accesses before it may be gone */
    RemovedFront(Instant overBefore) {
        this.overBefore = overBefore;
    }

    /** Entries removed at the front. */
    long removed() {
        return removed;
    }

    /** The next entries of the log. */
    void take(List<CheckedRow> rows, Findings findings) {
        for (int at = 0; at < rows.size();) {
            at = rows.get(at).isRemoved() ? takeRun(rows, at, findings) : takeEntry(rows, at);
        }
    }

    private int takeEntry(List<CheckedRow> rows, int at) {
        if (removed > 0 && seen < EVIDENCE) {
            seen++;
            Instant time = time(rows.get(at).entry());
            youngest = time.isAfter(youngest) ? time : youngest;
        }
        return at + 1;
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

    /** An entry that does not say when it was proves nothing of the ones before it. */
    private static Instant time(LogEntry entry) {
        if (entry == null) {
            return Instant.MAX;
        }
        try {
            String at = AccessFields.read(entry.bytes(), entry.payloadStart()).text(AccessFields.Field.AT);
            return at == null ? Instant.MAX : OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeException | IllegalArgumentException e) {
            return Instant.MAX;
        }
    }

    /** To be asked once, at the end. */
    void check(Findings findings) {
        if (removed > 0 && (seen < EVIDENCE || !youngest.isBefore(overBefore))) {
            findings.add(Kind.NUMBER, 0L, "Entries 0 to " + (removed - 1)
                    + " are missing, and nothing shows that their time was over: the " + EVIDENCE
                    + " entries behind them are to be from before " + overBefore
                    + (seen < EVIDENCE ? ", and there are only " + seen : ", and one is from " + shown(youngest)));
        }
    }

    private static String shown(Instant time) {
        return time.equals(Instant.MAX) ? "no time at all" : time.toString();
    }
}

package org.alongside.referral.history;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.caller.Caller;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.time.Ids;
import org.alongside.referral.history.api.HistoryView;

/** What became of each referral, by whom and why: appended with every change, in its transaction, and never changed. */
@ApplicationScoped
@Transactional
public class History {

    private static final String OPERATION = "referral.history";
    /** Smaller than the version of every entry. */
    private static final long BEFORE_ALL = -1;

    private final HistoryRepository entries;
    private final AccessContext access;
    private final Cursors cursors;
    private final Clock clock;

    History(HistoryRepository entries, AccessContext access, Cursors cursors, Clock clock) {
        this.entries = entries;
        this.access = access;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** By the caller of the present request, or the running job. */
    public void append(Change change) {
        Caller caller = access.caller();
        entries.persist(new HistoryEntry(Ids.next(), change, clock.instant(),
                new HistoryEntry.Actor(caller.subject(), caller.kind().code(), caller.agency())));
    }

    /** The oldest first. {@code disclosed} is the decision that opened the referral. */
    public Page<HistoryView> of(UUID referralId, Disclosure disclosed, PageRequest page) {
        return page(entries.after(referralId, lastSeen(referralId, page), page.rowsToRead()), disclosed, page);
    }

    /** As {@link #of}, only what changed the status. */
    public Page<HistoryView> movesOf(UUID referralId, Disclosure disclosed, PageRequest page) {
        return page(entries.movesAfter(referralId, lastSeen(referralId, page), page.rowsToRead()), disclosed, page);
    }

    /** Whether a person has, for an agency, done anything with a referral that the acting agency sees. */
    public boolean hasWorked(String subject, UUID agency) {
        return entries.hasWorked(subject, Caller.Kind.WORKER.code(), agency);
    }

    private long lastSeen(UUID referralId, PageRequest page) {
        return page.cursor() == null
                ? BEFORE_ALL
                : Long.parseLong(cursors.open(OPERATION, referralId, page.cursor()).get(0));
    }

    private Page<HistoryView> page(List<HistoryEntry> rows, Disclosure disclosed, PageRequest page) {
        return Page.of(rows, page, entry -> view(entry, disclosed), entry -> cursors.seal(OPERATION,
                entry.change().referralId(), Long.toString(entry.change().version())));
    }

    private static HistoryView view(HistoryEntry entry, Disclosure disclosed) {
        Change change = entry.change();
        HistoryEntry.Actor by = entry.by();
        return new HistoryView(change.referralId(), disclosed.clientId(), change.version(), entry.at(),
                change.action(), change.from(), change.to(), change.reason(), by.subject(), by.kind(), by.agency(),
                change.side(), change.assignee(), disclosed.parts());
    }
}

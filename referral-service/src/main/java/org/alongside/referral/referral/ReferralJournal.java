package org.alongside.referral.referral;

import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.code.Coded;
import org.alongside.referral.directory.DirectoryService;
import org.alongside.referral.history.Change;
import org.alongside.referral.history.History;

/**
 * What every change of a referral entails, whoever makes it: a place is given back at the end, the history gets its entry and
 * the others are told, in the transaction of the change.
 */
@ApplicationScoped
class ReferralJournal {

    static final String CONSENT_RENEWED = "consent-renewed";
    private static final String TAKE_OVER = "take-over";

    private final ReferralRepository referrals;
    private final History history;
    private final ReferralEvents events;
    private final DirectoryService directory;

    ReferralJournal(ReferralRepository referrals, History history, ReferralEvents events,
            DirectoryService directory) {
        this.referrals = referrals;
        this.history = history;
        this.events = events;
        this.directory = directory;
    }

    /** A draft is its sender's alone: nobody is told. */
    void drafted(Referral draft) {
        referrals.persist(draft);
        referrals.flush();
        append(draft, "draft", null, Side.SENDER);
    }

    /** A referral that begins as sent. */
    void sent(Referral referral, String action, Side side) {
        referrals.persist(referral);
        referrals.flush();
        append(referral, action, null, side);
        events.changed(referral, ReferralStatus.DRAFT, action);
    }

    /** Changes it, with all that follows. */
    void change(Referral referral, String action, Side side, Consumer<Referral> change) {
        ReferralStatus before = referral.status();
        change.accept(referral);
        referral.releasePlace().ifPresent(directory::givePlaceBack);
        referrals.flush();
        append(referral, action, before.code(), side);
        events.changed(referral, before, action);
    }

    /**
     * The home agency stands in an intermediary's place. The recipient reads that the intermediary has left, and not that the client
     * wanted it so.
     */
    void takenOver(Referral referral) {
        referrals.flush();
        String status = referral.status().code();
        history.append(new Change(referral.recordId(), referral.recordVersion(), TAKE_OVER, status, status,
                "intermediary-left", Side.SYSTEM.code(), referral.worker(Side.SENDER)));
        events.changed(referral, referral.status(), TAKE_OVER);
    }

    private void append(Referral referral, String action, String from, Side side) {
        String to = referral.status().code();
        String assignee = ReferralCommand.ASSIGN.code().equals(action) ? referral.worker(side) : null;
        history.append(new Change(referral.recordId(), referral.recordVersion(), action, from, to,
                Coded.codeOf(reason(referral, action, from)), side.code(), assignee));
    }

    /** Why it moved, or why nobody else is asked; {@code null} of a change that has no reason of its own. */
    private static Coded reason(Referral referral, String action, String from) {
        if (ReferralCommand.END_SEARCH.code().equals(action)) {
            return referral.searchEnded();
        }
        return referral.status().code().equals(from) ? null : referral.reason();
    }
}

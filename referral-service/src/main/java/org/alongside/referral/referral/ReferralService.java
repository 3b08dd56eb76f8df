package org.alongside.referral.referral;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.Caller;
import org.alongside.kit.need.NeedCategories;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;
import org.alongside.kit.time.Ids;
import org.alongside.referral.client.ClientHomes;
import org.alongside.referral.history.History;
import org.alongside.referral.history.api.HistoryView;
import org.alongside.referral.referral.api.DraftReferral;
import org.alongside.referral.referral.api.ReferralSummary;
import org.alongside.referral.referral.api.ReferralView;

/** Drafts and shows referrals; what moves them stands in {@link ReferralCommands} and {@link ReferralClock}. */
@ApplicationScoped
@Transactional
public class ReferralService {

    private final ReferralRepository referrals;
    private final ReferralMapper mapper;
    private final ReferralJournal journal;
    private final History history;
    private final Recipients recipients;
    private final ClientHomes homes;
    private final NeedCategories categories;
    private final AccessGate gate;
    private final AccessContext access;
    private final Cursors cursors;
    private final Clock clock;

    ReferralService(ReferralRepository referrals, ReferralMapper mapper, ReferralJournal journal, History history,
            Recipients recipients, ClientHomes homes, NeedCategories categories, AccessGate gate,
            AccessContext access, Cursors cursors, Clock clock) {
        this.referrals = referrals;
        this.mapper = mapper;
        this.journal = journal;
        this.history = history;
        this.recipients = recipients;
        this.homes = homes;
        this.categories = categories;
        this.gate = gate;
        this.access = access;
        this.cursors = cursors;
        this.clock = clock;
    }

    public UUID draft(DraftReferral draft) {
        homes.requireOwn(draft.clientId());
        categories.requireKnown("/category", List.of(draft.category()));
        refuseUnshareable(draft.sharedParts());
        Caller caller = access.caller();
        UUID recipient = recipients.require(draft.serviceId(), caller.agency());
        Referral referral = new Referral(Ids.next(), draft,
                new Referral.Origin(caller.subject(), caller.agency(), clock.instant()), recipient,
                mapper.seal(draft.clientId(), Referral.MESSAGE, draft.message()));
        journal.drafted(referral);
        return referral.recordId();
    }

    public ReferralView read(UUID referralId) {
        Referral referral = referrals.require(referralId);
        return mapper.view(referral, gate.disclose(referral), access.caller());
    }

    /** Referrals of the caller's agency in the order in which they were drafted. */
    Page<ReferralSummary> list(Direction direction, Queue.Filter filter, PageRequest page) {
        String query = direction.code() + filter;
        UUID lastSeen = cursors.lastSeen("referral.list", query, page);
        List<Referral> rows = referrals.of(access.caller().agency(), direction, filter, clock.instant(), lastSeen,
                page.rowsToRead());
        return Page.ofVisible(rows, page,
                row -> gate.find(row).map(disclosure -> mapper.summary(row, disclosure, access.caller())),
                row -> cursors.after("referral.list", query, row.recordId()));
    }

    /** Everything that became of it, the oldest first. */
    Page<HistoryView> history(UUID referralId, PageRequest page) {
        return history.of(referralId, gate.disclose(referrals.require(referralId)), page);
    }

    /** What the same agency drafted or sent for the client's need of the same category, this one included, the oldest first. */
    Page<ReferralSummary> tried(UUID referralId, PageRequest page) {
        Referral referral = referrals.require(referralId);
        gate.disclose(referral);
        UUID lastSeen = cursors.lastSeen("referral.tried", referralId, page);
        return Page.ofVisible(referrals.forSameNeed(referral, lastSeen, page.rowsToRead()), page,
                row -> gate.find(row).map(disclosure -> mapper.summary(row, disclosure, access.caller())),
                row -> cursors.after("referral.tried", referralId, row.recordId()));
    }

    private static void refuseUnshareable(Set<Part> parts) {
        List<Violation> violations = new ArrayList<>();
        if (!parts.contains(Part.REFERRAL)) {
            violations.add(new Violation("/parts", "referral-missing", "the recipient has to see the referral itself"));
        }
        if (parts.stream().anyMatch(part -> !part.shareable())) {
            violations.add(
                    new Violation("/parts", "not-shareable", "consent and access-log never leave the home agency"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }
}

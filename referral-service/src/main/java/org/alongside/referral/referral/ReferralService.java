package org.alongside.referral.referral;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.caller.Caller;
import org.alongside.kit.merge.MergedClients;
import org.alongside.kit.need.NeedCategories;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.time.Ids;
import org.alongside.referral.client.ClientHomes;
import org.alongside.referral.history.History;
import org.alongside.referral.history.api.HistoryView;
import org.alongside.referral.referral.api.DraftReferral;
import org.alongside.referral.referral.api.ReferralSummary;
import org.alongside.referral.referral.api.ReferralView;

/** Drafts and shows referrals; what moves them stands in {@link ReferralCommands}, and where the service itself does, in {@link ReferralClock}, {@link ConsentlessReferrals} and
 * {@link ForwardedReferrals}. */
@ApplicationScoped
@Transactional
public class ReferralService {

    private final ReferralRepository referrals;
    private final ReferralFacts facts;
    private final ReferralMapper mapper;
    private final Waitlist waitlist;
    private final ReferralJournal journal;
    private final History history;
    private final Recipients recipients;
    private final ClientHomes homes;
    private final MergedClients merged;
    private final NeedCategories categories;
    private final AccessGate gate;
    private final AccessContext access;
    private final Cursors cursors;
    private final Clock clock;

    ReferralService(ReferralRepository referrals, ReferralFacts facts, ReferralMapper mapper, Waitlist waitlist,
            ReferralJournal journal, History history, Recipients recipients, ClientHomes homes,
            MergedClients merged, NeedCategories categories, AccessGate gate, AccessContext access, Cursors cursors,
            Clock clock) {
        this.referrals = referrals;
        this.facts = facts;
        this.mapper = mapper;
        this.waitlist = waitlist;
        this.journal = journal;
        this.history = history;
        this.recipients = recipients;
        this.homes = homes;
        this.merged = merged;
        this.categories = categories;
        this.gate = gate;
        this.access = access;
        this.cursors = cursors;
        this.clock = clock;
    }

    public UUID draft(DraftReferral draft) {
        return draft(draft, null, "");
    }

    /**
     * @param bundleId of the bundle that it belongs to; {@code null} for none
     * @param place    JSON Pointer to the draft in the body, for violations
     */
    public UUID draft(DraftReferral draft, UUID bundleId, String place) {
        homes.requireOwn(draft.clientId());
        categories.requireKnown(place + "/category", List.of(draft.category()));
        SharedParts.require(place + "/parts", draft.sharedParts());
        Caller caller = access.caller();
        UUID recipient = recipients.require(place + "/serviceId", draft.serviceId(), caller.agency());
        Referral referral = new Referral(Ids.next(), draft,
                new Referral.Addressed(recipient, bundleId,
                        mapper.seal(draft.clientId(), Referral.MESSAGE, draft.message())),
                new Referral.Origin(caller.subject(), caller.agency(), clock.instant()));
        journal.drafted(referral);
        return referral.recordId();
    }

    /** What the caller's agency may see of it: all, or as its recipient without a grant the fact of it. */
    public ReferralView read(UUID referralId) {
        return visible(referralId).map(
                referral -> mapper.view(referral, gate.disclose(referral), access.caller(),
                        waitlist.position(referral)))
                .or(() -> facts.find(referralId).map(fact -> mapper.view(fact, facts.disclose(fact))))
                .orElseThrow(Problem::notFound);
    }

    /** Referrals of the caller's agency in the order in which they were drafted. */
    Page<ReferralSummary> list(Direction direction, Queue.Filter filter, PageRequest page) {
        String query = direction.code() + filter;
        UUID lastSeen = cursors.lastSeen("referral.list", query, page);
        List<Referral> rows = referrals.of(access.caller().agency(), direction, filter, clock.instant(), lastSeen,
                page.rowsToRead());
        return Page.ofVisible(rows, page, this::summary,
                row -> cursors.after("referral.list", query, row.recordId()));
    }

    /** All that the caller's agency ever received, of those that it sees no longer the fact. */
    Page<ReferralSummary> received(Set<ReferralStatus> statuses, PageRequest page) {
        String query = "received" + statuses;
        UUID lastSeen = cursors.lastSeen("referral.list", query, page);
        List<ReferralFact> rows = facts.after(lastSeen, statuses, page.rowsToRead());
        Map<UUID, Referral> whole = referrals
                .of(rows.stream().map(ReferralFact::recordId).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Referral::recordId, Function.identity()));
        return Page.of(rows, page,
                fact -> Optional.ofNullable(whole.get(fact.recordId())).flatMap(this::summary)
                        .orElseGet(() -> mapper.summary(fact, facts.disclose(fact))),
                fact -> cursors.after("referral.list", query, fact.recordId()));
    }

    /** The referrals of a bundle of the caller's agency, in the order in which they were drafted; none when there is no such bundle. */
    public List<Bundled> bundle(UUID bundleId) {
        return referrals.bundle(access.caller().agency(), bundleId).stream().flatMap(
                row -> summary(row).map(summary -> new Bundled(summary, row.recordVersion())).stream()).toList();
    }

    /**
     * Every referral for clients of the caller's agency, whoever sent it, the oldest first.
     *
     * @param clients records of one person
     */
    public List<ReferralView> ofHome(List<UUID> clients) {
        UUID agency = access.caller().agency();
        return referrals.ofHome(agency, clients).stream().flatMap(referral -> gate.find(referral)
                .map(disclosure -> mapper.view(referral, disclosure, access.caller(), waitlist.position(referral)))
                .stream()).toList();
    }

    /** Everything that became of it, the oldest first; to whom only the fact is left, the moves. */
    public Page<HistoryView> history(UUID referralId, PageRequest page) {
        return visible(referralId).map(referral -> history.of(referralId, gate.disclose(referral), page))
                .or(() -> facts.find(referralId)
                        .map(fact -> history.movesOf(referralId, facts.disclose(fact), page)))
                .orElseThrow(Problem::notFound);
    }

    /** What the same agency drafted or sent for the client's need of the same category, this one included, the oldest first. */
    Page<ReferralSummary> tried(UUID referralId, PageRequest page) {
        Referral referral = visible(referralId).orElseThrow(Problem::notFound);
        gate.disclose(referral);
        UUID lastSeen = cursors.lastSeen("referral.tried", referralId, page);
        return Page.ofVisible(referrals.forSameNeed(merged.allOf(referral.clientId()), referral, lastSeen,
                page.rowsToRead()), page, this::summary,
                row -> cursors.after("referral.tried", referralId, row.recordId()));
    }

    /** Seen whole by the caller's agency. */
    Optional<Referral> visible(UUID referralId) {
        return referrals.findByIdOptional(referralId)
                .filter(referral -> !referral.isClosedTo(access.caller().agency()))
                .filter(referral -> gate.find(referral).isPresent());
    }

    private Optional<ReferralSummary> summary(Referral referral) {
        return Optional.of(referral).filter(each -> !each.isClosedTo(access.caller().agency())).flatMap(gate::find)
                .map(disclosure -> mapper.summary(referral, disclosure, access.caller(),
                        waitlist.position(referral)));
    }
}

package org.alongside.referral.referral;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.Caller;
import org.alongside.kit.code.Coded;
import org.alongside.kit.http.Etag;
import org.alongside.kit.need.NeedCategories;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.problem.Violation;
import org.alongside.kit.time.Ids;
import org.alongside.referral.client.ClientHomes;
import org.alongside.referral.consent.Consents;
import org.alongside.referral.consent.Sharing;
import org.alongside.referral.directory.DirectoryService;
import org.alongside.referral.directory.api.ServiceOffer;
import org.alongside.referral.referral.api.CompleteReferral;
import org.alongside.referral.referral.api.DraftReferral;
import org.alongside.referral.referral.api.EndReferral;
import org.alongside.referral.referral.api.RecordClientView;
import org.alongside.referral.referral.api.ReferralSummary;
import org.alongside.referral.referral.api.ReferralView;
import org.alongside.referral.referral.api.ScheduleReferral;

/** Drafts, sends, answers and closes referrals: one method a command, each checked against side, version and table. */
@ApplicationScoped
@Transactional
public class ReferralService {

    private final ReferralRepository referrals;
    private final ReferralMapper mapper;
    private final ReferralEvents events;
    private final Recipients recipients;
    private final DirectoryService directory;
    private final ClientHomes homes;
    private final Consents consents;
    private final NeedCategories categories;
    private final AccessGate gate;
    private final AccessContext access;
    private final Cursors cursors;
    private final Clock clock;

    ReferralService(ReferralRepository referrals, ReferralMapper mapper, ReferralEvents events, Recipients recipients,
            DirectoryService directory, ClientHomes homes, Consents consents, NeedCategories categories,
            AccessGate gate,
            AccessContext access, Cursors cursors, Clock clock) {
        this.referrals = referrals;
        this.mapper = mapper;
        this.events = events;
        this.recipients = recipients;
        this.directory = directory;
        this.homes = homes;
        this.consents = consents;
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
        referrals.persist(referral);
        referrals.flush();
        return referral.recordId();
    }

    public ReferralView read(UUID referralId) {
        return view(referrals.require(referralId));
    }

    /** Referrals of the caller's agency in the order in which they were drafted. */
    Page<ReferralSummary> list(Direction direction, Set<ReferralStatus> statuses, PageRequest page) {
        String query = direction.code() + statuses.stream().sorted().toList();
        UUID lastSeen = cursors.lastSeen("referral.list", query, page);
        UUID agency = access.caller().agency();
        List<Referral> rows = direction == Direction.SENT
                ? referrals.sent(agency, statuses, lastSeen, page.rowsToRead())
                : referrals.received(agency, statuses, lastSeen, page.rowsToRead());
        return Page.ofVisible(rows, page,
                row -> gate.find(row).map(disclosure -> mapper.summary(row, disclosure, access.caller())),
                row -> cursors.after("referral.list", query, row.recordId()));
    }

    /** Sends it, if a consent covers what it shares. The recipient sees it when the grant that follows has arrived. */
    public ReferralView request(UUID referralId, String ifMatch) {
        return move(referralId, ifMatch, ReferralCommand.REQUEST, this::send);
    }

    /** Takes a place; what is scheduled has one already. */
    public ReferralView accept(UUID referralId, String ifMatch) {
        return move(referralId, ifMatch, ReferralCommand.ACCEPT, referral -> {
            if (referral.status() != ReferralStatus.SCHEDULED) {
                directory.takePlace(referral.serviceId()).ifPresent(referral::holdPlace);
            }
            referral.accept(clock.instant());
        });
    }

    public ReferralView decline(UUID referralId, String ifMatch, EndReferral end) {
        return move(referralId, ifMatch, ReferralCommand.DECLINE,
                referral -> referral.decline(end.reason(), sealed(referral, end), clock.instant()));
    }

    public ReferralView waitlist(UUID referralId, String ifMatch) {
        return move(referralId, ifMatch, ReferralCommand.WAITLIST, referral -> referral
                .waitlist(directory.offer(referral.serviceId()).map(this::answerDue).orElse(null)));
    }

    public ReferralView schedule(UUID referralId, String ifMatch, ScheduleReferral appointment) {
        if (!appointment.at().isAfter(clock.instant())) {
            throw Problem.invalid(new Violation("/at", "past", "an appointment lies in the future"));
        }
        return move(referralId, ifMatch, ReferralCommand.SCHEDULE, referral -> referral.schedule(appointment.at()));
    }

    public ReferralView start(UUID referralId, String ifMatch) {
        return move(referralId, ifMatch, ReferralCommand.START, Referral::start);
    }

    public ReferralView hold(UUID referralId, String ifMatch) {
        return move(referralId, ifMatch, ReferralCommand.HOLD, Referral::hold);
    }

    public ReferralView resume(UUID referralId, String ifMatch) {
        return move(referralId, ifMatch, ReferralCommand.RESUME, Referral::start);
    }

    public ReferralView complete(UUID referralId, String ifMatch, CompleteReferral done) {
        return move(referralId, ifMatch, ReferralCommand.COMPLETE,
                referral -> referral.complete(done.providerResult(), clock.instant()));
    }

    public ReferralView unsuccessful(UUID referralId, String ifMatch, EndReferral end) {
        return move(referralId, ifMatch, ReferralCommand.UNSUCCESSFUL,
                referral -> referral.unsuccessful(end.reason(), sealed(referral, end), clock.instant()));
    }

    public ReferralView cancel(UUID referralId, String ifMatch, EndReferral end) {
        return move(referralId, ifMatch, ReferralCommand.CANCEL,
                referral -> referral.cancel(end.reason(), sealed(referral, end), clock.instant()));
    }

    public ReferralView enterInError(UUID referralId, String ifMatch) {
        return move(referralId, ifMatch, ReferralCommand.ENTER_IN_ERROR,
                referral -> referral.enterInError(clock.instant()));
    }

    /** The sender's half of closing the loop; leaves the status as it is. */
    public ReferralView recordClientView(UUID referralId, String ifMatch, RecordClientView said) {
        Referral referral = requireForChange(referralId);
        refuseOthers(referral.side(access.caller().agency()), Set.of(Side.SENDER));
        Etag.require(ifMatch, referral.recordVersion());
        referral.recordClientView(said.result(), mapper.seal(referral.clientId(), Referral.CLIENT_WORDS, said.words()),
                access.caller().subject(), clock.instant());
        return told(referral, events::clientViewRecorded);
    }

    /** Ends referrals whose answer is overdue; no place is held yet where an answer is awaited. */
    int expireUnanswered(int limit) {
        Instant now = clock.instant();
        List<Referral> unanswered = referrals.unanswered(now, limit);
        unanswered.forEach(referral -> referral.expire(now));
        referrals.flush();
        unanswered.forEach(events::moved);
        return unanswered.size();
    }

    /** Ends a referral whose recipient gets no grant; one that was answered or has ended stays as it is. */
    void endWithoutGrant(UUID referralId) {
        referrals.unansweredForChange(referralId).ifPresent(referral -> {
            referral.cancel(EndReason.CONSENT_ENDED, null, clock.instant());
            referrals.flush();
            events.moved(referral);
        });
    }

    private ReferralView move(UUID referralId, String ifMatch, ReferralCommand command, Consumer<Referral> change) {
        Referral referral = requireForChange(referralId);
        Side side = referral.side(access.caller().agency());
        refuseOthers(side, command.target().setBy());
        Etag.require(ifMatch, referral.recordVersion());
        command.requirePossible(referral.status(), side);
        change.accept(referral);
        referral.releasePlace().ifPresent(directory::givePlaceBack);
        return told(referral, events::moved);
    }

    private void send(Referral referral) {
        ServiceOffer offer = recipients.stillOffering(referral);
        Set<Part> parts = referral.parts().stream().map(code -> Coded.stored(Part.class, code))
                .collect(Collectors.toSet());
        UUID consent = consents.requireCovering(
                new Sharing(referral.clientId(), referral.recipient(), parts, referral.category()));
        referral.request(consent, clock.instant(), answerDue(offer));
    }

    private Instant answerDue(ServiceOffer offer) {
        return offer.responseHours() == null ? null : clock.instant().plus(Duration.ofHours(offer.responseHours()));
    }

    private Referral requireForChange(UUID referralId) {
        Referral referral = referrals.requireForChange(referralId);
        gate.disclose(referral);
        return referral;
    }

    private void refuseOthers(Side side, Set<Side> permitted) {
        if (!permitted.contains(side)) {
            throw Problem.of(ProblemType.NOT_PERMITTED, "Your agency is the " + side.code()
                    + " of this referral; this is for the " + permitted.stream().map(Side::code).sorted().toList()
                    + ".");
        }
        if (!access.caller().hasAny(side.roles())) {
            throw Problem.of(ProblemType.NOT_PERMITTED,
                    "As the " + side.code() + " of this referral you need one of the roles "
                            + side.roles().stream().map(role -> role.code()).sorted().toList() + ".");
        }
    }

    private ReferralView told(Referral referral, Consumer<Referral> event) {
        referrals.flush();
        event.accept(referral);
        return view(referral);
    }

    private ReferralView view(Referral referral) {
        return mapper.view(referral, gate.disclose(referral), access.caller());
    }

    private byte[] sealed(Referral referral, EndReferral end) {
        return mapper.seal(referral.clientId(), Referral.REASON_TEXT, end.text());
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

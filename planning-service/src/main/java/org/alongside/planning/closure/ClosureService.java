package org.alongside.planning.closure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.agency.AgencyCalendar;
import org.alongside.kit.http.Etag;
import org.alongside.kit.merge.MergedClients;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.problem.Violation;
import org.alongside.kit.time.Ids;
import org.alongside.planning.agreement.AgreementService;
import org.alongside.planning.casework.Case;
import org.alongside.planning.casework.CaseService;
import org.alongside.planning.casework.api.CaseView;
import org.alongside.planning.checkin.CheckInService;
import org.alongside.planning.closure.api.ClosureDraft;
import org.alongside.planning.closure.api.ClosureView;
import org.alongside.planning.closure.api.CompleteClosure;
import org.alongside.planning.closure.api.OpenReferral;
import org.alongside.planning.referral.ReferralState;
import org.alongside.planning.referral.Referrals;
import org.alongside.planning.review.ReviewService;

/**
 * Ends cases well, and takes them up again. Every command holds the case before the ending, so that of one case only one command at a time
 * decides whether it is closed.
 */
@ApplicationScoped
@Transactional
public class ClosureService {

    /** The longest that a client waits for somebody to ask how things go. */
    private static final int CHECK_IN_WITHIN_DAYS = 366;

    private final ClosureRepository closures;
    private final ClosureMapper mapper;
    private final ClosureEvents events;
    private final CaseService cases;
    private final AgreementService agreements;
    private final ReviewService reviews;
    private final CheckInService checkIns;
    private final Referrals referrals;
    private final MergedClients merged;
    private final Set<UUID> approving;
    private final AgencyCalendar calendar;
    private final AccessGate gate;
    private final AccessContext access;
    private final Clock clock;

    ClosureService(ClosureRepository closures, ClosureMapper mapper, ClosureEvents events, CaseService cases,
            AgreementService agreements, ReviewService reviews, CheckInService checkIns, Referrals referrals,
            MergedClients merged,
            ClosureConfig config, AgencyCalendar calendar, AccessGate gate, AccessContext access, Clock clock) {
        this.closures = closures;
        this.mapper = mapper;
        this.events = events;
        this.cases = cases;
        this.agreements = agreements;
        this.reviews = reviews;
        this.checkIns = checkIns;
        this.referrals = referrals;
        this.merged = merged;
        this.approving = config.approvedBySupervisor().orElse(Set.of());
        this.calendar = calendar;
        this.gate = gate;
        this.access = access;
        this.clock = clock;
    }

    /** @throws Problem {@code conflicting-state} when the case is closed, or another ending is being written */
    public UUID draft(UUID caseId, ClosureDraft draft) {
        Case of = cases.requireNotClosed(caseId);
        if (closures.isOpenFor(caseId)) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "An ending of this case is being written already.");
        }
        Closure closure = new Closure(Ids.next(), of, draft.reason(), mapper.seal(of.clientId(), draft),
                draft.checkInOn());
        closures.persistAndFlush(closure);
        return closure.recordId();
    }

    public ClosureView read(UUID closureId) {
        Closure closure = closures.require(closureId);
        return mapper.view(closure, gate.disclose(closure));
    }

    /** Endings of a case, those that were withdrawn and those before it was taken up again included, the oldest first. */
    public List<ClosureView> ofCase(UUID caseId) {
        cases.require(caseId);
        return closures.ofCase(caseId).stream()
                .flatMap(each -> gate.find(each).map(disclosure -> mapper.view(each, disclosure)).stream()).toList();
    }

    public ClosureView rewrite(UUID closureId, String ifMatch, ClosureDraft draft) {
        return change(closureId, ifMatch, closure -> closure.write(draft.reason(),
                mapper.seal(closure.clientId(), draft), draft.checkInOn()));
    }

    public ClosureView withdraw(UUID closureId, String ifMatch) {
        return change(closureId, ifMatch, Closure::withdraw);
    }

    public ClosureView sendBack(UUID closureId, String ifMatch, String reason) {
        return change(closureId, ifMatch,
                closure -> closure.sendBack(mapper.sealReason(closure.clientId(), reason)));
    }

    /**
     * Closes the case, or asks a supervisor where the agency wants that.
     *
     * @throws Problem {@code closure-incomplete} when a part is missing; {@code referrals-open} when a referral goes on of which the worker
     *                 does not say to know
     */
    public ClosureView complete(UUID closureId, String ifMatch, CompleteClosure body) {
        return change(closureId, ifMatch, closure -> {
            requireWhole(closure);
            requireKnown(closure, known -> known.equals(body.known()));
            closure.knowing(body.known());
            if (approving.contains(closure.homeAgency())) {
                closure.submit(access.caller().subject());
            } else {
                closure.complete(access.caller().subject(), clock.instant());
                close(closure);
            }
        });
    }

    /**
     * Closes the case. What was missing for completion cannot have gone since; a check-in that is past is refused again.
     *
     * @throws Problem {@code referrals-open} when one goes on that the worker did not know of; the ending is sent back then
     */
    public ClosureView approve(UUID closureId, String ifMatch) {
        return change(closureId, ifMatch, closure -> {
            closure.approve(access.caller().subject(), clock.instant());
            requireCheckInAhead(closure);
            requireKnown(closure, closure.knownReferrals()::containsAll);
            close(closure);
        });
    }

    /** Takes a closed case up again, as it was left and without a new intake. */
    public CaseView reopen(UUID caseId, String ifMatch) {
        CaseView reopened = cases.reopen(caseId, ifMatch);
        checkIns.callOff(caseId);
        return reopened;
    }

    private void close(Closure closure) {
        agreements.endInForce(closure.caseId());
        reviews.callOff(closure.caseId());
        cases.close(closure.caseId());
        checkIns.plan(closure, closure.caseId(), closure.checkInOn());
        closures.flush();
        events.completed(closure);
    }

    private void requireWhole(Closure closure) {
        List<String> missing = mapper.missing(closure, gate.disclose(closure));
        if (!missing.isEmpty()) {
            throw Problem.of(ProblemType.CLOSURE_INCOMPLETE).with("missing", missing);
        }
        requireCheckInAhead(closure);
    }

    private void requireCheckInAhead(Closure closure) {
        LocalDate today = calendar.today(closure.homeAgency());
        if (!closure.checkInOn().isAfter(today)
                || closure.checkInOn().isAfter(today.plusDays(CHECK_IN_WITHIN_DAYS))) {
            throw Problem.invalid(new Violation("/checkInOn", "outside",
                    "must lie after today and within " + CHECK_IN_WITHIN_DAYS + " days"));
        }
    }

    /** What goes on is shown and asked, so that no referral is lost with its case. */
    private void requireKnown(Closure closure, Predicate<Set<UUID>> isKnown) {
        List<ReferralState> open = referrals.openOf(merged.allOf(closure.clientId()));
        Set<UUID> ids = open.stream().map(ReferralState::referralId).collect(Collectors.toSet());
        if (!isKnown.test(ids)) {
            throw Problem.of(ProblemType.REFERRALS_OPEN).with("openReferrals",
                    open.stream().map(each -> new OpenReferral(each.referralId(), each.category(), each.status()))
                            .toList());
        }
    }

    private ClosureView change(UUID closureId, String ifMatch, Consumer<Closure> command) {
        cases.requireNotClosed(closures.requireCase(closureId));
        Closure closure = closures.requireForChange(closureId);
        Disclosure disclosure = gate.disclose(closure);
        Etag.require(ifMatch, closure.recordVersion());
        command.accept(closure);
        closures.flush();
        return mapper.view(closure, disclosure);
    }
}

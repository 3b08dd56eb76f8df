package org.alongside.planning.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.agency.AgencyCalendar;
import org.alongside.kit.http.Etag;
import org.alongside.kit.merge.MergedClients;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.time.Ids;
import org.alongside.planning.casework.api.CaseView;

/** Opens, lists and moves cases. */
@ApplicationScoped
@Transactional
public class CaseService {

    private final CaseRepository cases;
    private final CaseEvents events;
    private final Assignments assignments;
    private final MergedClients merged;
    private final AccessGate gate;
    private final AccessContext access;
    private final Cursors cursors;
    private final AgencyCalendar calendar;
    private final Clock clock;

    CaseService(CaseRepository cases, CaseEvents events, Assignments assignments, MergedClients merged, AccessGate gate,
            AccessContext access, Cursors cursors, AgencyCalendar calendar, Clock clock) {
        this.cases = cases;
        this.events = events;
        this.assignments = assignments;
        this.merged = merged;
        this.gate = gate;
        this.access = access;
        this.cursors = cursors;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Opens the case of an intake; nothing when it has one. */
    void open(IntakeOpened.Intake intake) {
        if (cases.existsFor(intake.intakeId())) {
            return;
        }
        Case opened = new Case(Ids.next(), intake, clock.instant());
        cases.persist(opened);
        cases.flush();
        events.opened(opened);
    }

    public CaseView read(UUID caseId) {
        return view(cases.require(caseId));
    }

    /**
     * Cases of the caller's agency in the order of their ids.
     *
     * @param clientId only cases of this client, and of records that were merged into the client's; all when null
     */
    public Page<CaseView> list(UUID clientId, PageRequest page) {
        UUID lastSeen = cursors.lastSeen("case.list", clientId, page);
        UUID agency = access.caller().agency();
        List<Case> found = clientId == null
                ? cases.ofAgency(agency, lastSeen, page.rowsToRead())
                : cases.of(agency, merged.recordsOf(clientId), lastSeen, page.rowsToRead());
        return Page.ofVisible(found, page, one -> gate.find(one).map(disclosure -> view(one)),
                last -> cursors.after("case.list", clientId, last.recordId()));
    }

    public CaseView moveTo(UUID caseId, String ifMatch, CasePhase phase) {
        return change(caseId, ifMatch, moved -> moved.moveTo(phase), events::phaseChanged);
    }

    public CaseView hold(UUID caseId, String ifMatch) {
        return change(caseId, ifMatch, Case::hold, events::statusChanged);
    }

    public CaseView resume(UUID caseId, String ifMatch) {
        return change(caseId, ifMatch, Case::resume, events::statusChanged);
    }

    /** The case, for what belongs to it; checks that the caller may see it. */
    public Case require(UUID caseId) {
        Case found = cases.require(caseId);
        gate.disclose(found);
        return found;
    }

    /**
     * As {@link #require}, holding the case so that what depends on its other parts is decided one after the other.
     *
     * @throws Problem {@code conflicting-state} when the case is not open
     */
    public Case requireOpen(UUID caseId) {
        Case held = hold(caseId);
        held.requireOpen();
        return held;
    }

    /**
     * As {@link #requireOpen}, but a case that is on hold will do.
     *
     * @throws Problem {@code conflicting-state} when the case is closed
     */
    public Case requireNotClosed(UUID caseId) {
        Case held = hold(caseId);
        held.requireNotClosed();
        return held;
    }

    /** The case, whatever its status, held as by {@link #requireOpen}. */
    public Case hold(UUID caseId) {
        Case held = cases.requireForChange(caseId);
        gate.disclose(held);
        return held;
    }

    /**
     * Takes note of the planned end of a version of the agreement that comes into force. To be called while the case is held.
     *
     * @return how often the end was moved out by now, if this version moves it; empty if it does not
     */
    public OptionalInt agreeUntil(UUID caseId, LocalDate plannedEnd) {
        Case of = cases.require(caseId);
        return of.agreeUntil(plannedEnd) ? OptionalInt.of(of.extensions()) : OptionalInt.empty();
    }

    /** To be called while the case is held. */
    public void close(UUID caseId) {
        Case closed = cases.require(caseId);
        closed.close();
        cases.flush();
        events.statusChanged(closed);
    }

    /** @throws Problem {@code conflict-of-interest} when the worker stands close to the client outside work */
    public CaseView addToTeam(UUID caseId, String ifMatch, String worker) {
        return change(caseId, ifMatch, of -> {
            of.requireNotClosed();
            assignments.require(of, worker);
            of.join(worker);
        }, events::teamChanged);
    }

    public CaseView weigh(UUID caseId, String ifMatch, int weight) {
        return change(caseId, ifMatch, of -> of.weigh(weight), events::weighed);
    }

    /** What a worker of the caller's agency keeps, as far as the caller may see it. */
    public Caseload loadOf(String worker) {
        return cases.loadOf(access.caller().agency(), worker);
    }

    /** As {@link #loadOf}, so that it stays true until the transaction ends: assignments to the worker follow one another. */
    public Caseload holdLoadOf(String worker) {
        cases.holdAssignmentsTo(access.caller().agency(), worker);
        return loadOf(worker);
    }

    public CaseView removeFromTeam(UUID caseId, String ifMatch, String worker) {
        return change(caseId, ifMatch, of -> of.leave(worker), events::teamChanged);
    }

    /**
     * Gives the case to another primary worker. To be called while the case is held.
     *
     * @param worker token subject
     * @throws Problem {@code conflict-of-interest}; {@code conflicting-state} when the worker keeps it already
     */
    public void transfer(UUID caseId, String worker) {
        Case of = cases.require(caseId);
        assignments.require(of, worker);
        of.transferTo(worker);
        cases.flush();
        events.transferred(of);
    }

    /** Takes a closed case up again. */
    public CaseView reopen(UUID caseId, String ifMatch) {
        return change(caseId, ifMatch, Case::reopen, events::statusChanged);
    }

    private CaseView change(UUID caseId, String ifMatch, Consumer<Case> command, Consumer<Case> event) {
        Case changed = cases.requireForChange(caseId);
        gate.disclose(changed);
        Etag.require(ifMatch, changed.recordVersion());
        command.accept(changed);
        cases.flush();
        event.accept(changed);
        return view(changed);
    }

    private CaseView view(Case seen) {
        Disclosure disclosure = gate.disclose(seen);
        return new CaseView(seen.recordId(), seen.intakeId(), seen.clientId(), seen.homeAgency(), seen.status(),
                seen.phase(), seen.primaryWorker(), seen.team(), seen.openedAt(), seen.agreedUntil(), seen.extensions(),
                seen.isOverTime(calendar.today(seen.homeAgency())), seen.weight(),
                disclosure.parts(), seen.recordVersion());
    }
}

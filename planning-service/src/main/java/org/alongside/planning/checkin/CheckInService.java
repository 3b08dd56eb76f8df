package org.alongside.planning.checkin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.ClientRecord;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.agency.AgencyCalendar;
import org.alongside.kit.http.Etag;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;
import org.alongside.kit.sealing.SealedJson;
import org.alongside.kit.time.Ids;
import org.alongside.planning.casework.CaseService;
import org.alongside.planning.checkin.api.CheckInView;
import org.alongside.planning.checkin.api.RecordCheckIn;

/** Asks after clients whose case is closed. */
@ApplicationScoped
@Transactional
public class CheckInService {

    private final CheckInRepository checkIns;
    private final CaseService cases;
    private final SealedJson sealed;
    private final AgencyCalendar calendar;
    private final AccessGate gate;
    private final AccessContext access;
    private final Clock clock;

    CheckInService(CheckInRepository checkIns, CaseService cases, SealedJson sealed, AgencyCalendar calendar,
            AccessGate gate, AccessContext access, Clock clock) {
        this.checkIns = checkIns;
        this.cases = cases;
        this.sealed = sealed;
        this.calendar = calendar;
        this.gate = gate;
        this.access = access;
        this.clock = clock;
    }

    /** To be called while the case is held. */
    public void plan(ClientRecord client, UUID caseId, LocalDate dueOn) {
        checkIns.persist(new CheckIn(Ids.next(), client, caseId, dueOn));
    }

    /** Those that are planned: the work goes on. To be called while the case is held. */
    public void callOff(UUID caseId) {
        checkIns.plannedOf(caseId).forEach(CheckIn::callOff);
    }

    public CheckInView read(UUID checkInId) {
        CheckIn checkIn = checkIns.require(checkInId);
        return view(checkIn, gate.disclose(checkIn));
    }

    /** Those of a case, the oldest first. */
    public List<CheckInView> ofCase(UUID caseId) {
        cases.require(caseId);
        return checkIns.ofCase(caseId).stream()
                .flatMap(each -> gate.find(each).map(disclosure -> view(each, disclosure)).stream()).toList();
    }

    /** Says what came of it, and plans the next one when there is to be one. */
    public CheckInView record(UUID checkInId, String ifMatch, RecordCheckIn came) {
        cases.hold(checkIns.requireCase(checkInId));
        CheckIn checkIn = checkIns.requireForChange(checkInId);
        Disclosure disclosure = gate.disclose(checkIn);
        Etag.require(ifMatch, checkIn.recordVersion());
        checkIn.record(came.result(),
                came.words() == null ? null : sealed.seal(checkIn.clientId(), CheckIn.WORDS, came.words()),
                access.caller().subject(), clock.instant());
        if (came.nextOn() != null) {
            requireAhead(checkIn, came.nextOn());
            plan(checkIn, checkIn.caseId(), came.nextOn());
        }
        checkIns.flush();
        return view(checkIn, disclosure);
    }

    private void requireAhead(CheckIn checkIn, LocalDate nextOn) {
        if (!nextOn.isAfter(calendar.today(checkIn.homeAgency()))) {
            throw Problem.invalid(new Violation("/nextOn", "past", "must lie after today"));
        }
    }

    private CheckInView view(CheckIn of, Disclosure disclosure) {
        return new CheckInView(of.recordId(), of.caseId(), of.clientId(), of.dueOn(), of.status(), of.result(),
                sealed.open(disclosure, Part.PLAN, CheckIn.WORDS, of.words(), String.class), of.recordedBy(),
                of.recordedAt(), disclosure.parts(), of.recordVersion());
    }
}

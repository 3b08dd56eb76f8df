package org.alongside.planning.selfsufficiency;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.agency.AgencyCalendar;
import org.alongside.kit.sealing.SealedJson;
import org.alongside.kit.time.Ids;
import org.alongside.planning.casework.Case;
import org.alongside.planning.casework.CaseService;
import org.alongside.planning.selfsufficiency.api.MeasureSelfSufficiency;
import org.alongside.planning.selfsufficiency.api.SelfSufficiencyView;

/** Keeps how far clients get by alone, at the start, at reviews and at the end: for the client to see, never for comparing people. */
@ApplicationScoped
@Transactional
public class SelfSufficiencyService {

    private final SelfSufficiencyRepository measured;
    private final CaseService cases;
    private final SealedJson sealed;
    private final AgencyCalendar calendar;
    private final AccessGate gate;
    private final AccessContext access;

    SelfSufficiencyService(SelfSufficiencyRepository measured, CaseService cases, SealedJson sealed,
            AgencyCalendar calendar, AccessGate gate, AccessContext access) {
        this.measured = measured;
        this.cases = cases;
        this.sealed = sealed;
        this.calendar = calendar;
        this.gate = gate;
        this.access = access;
    }

    /** Also in a case that is closed: a check-in may look again. */
    public UUID measure(UUID caseId, MeasureSelfSufficiency asked) {
        Case of = cases.require(caseId);
        LocalDate on = calendar.dayOf(of.homeAgency(), asked.measuredOn(), "/measuredOn");
        SelfSufficiency one = new SelfSufficiency(Ids.next(), of, asked.occasion(),
                sealed.seal(of.clientId(), SelfSufficiency.LEVELS, new Levels(asked.levels())), on,
                access.caller().subject());
        measured.persistAndFlush(one);
        return one.recordId();
    }

    public SelfSufficiencyView read(UUID id) {
        SelfSufficiency one = measured.require(id);
        return view(one, gate.disclose(one));
    }

    /** Those of a case in the order of their days. */
    public List<SelfSufficiencyView> ofCase(UUID caseId) {
        cases.require(caseId);
        return measured.ofCase(caseId).stream()
                .flatMap(each -> gate.find(each).map(disclosure -> view(each, disclosure)).stream()).toList();
    }

    private SelfSufficiencyView view(SelfSufficiency of, Disclosure disclosure) {
        return new SelfSufficiencyView(of.recordId(), of.caseId(), of.clientId(), of.occasion(),
                sealed.open(disclosure, Part.PLAN, SelfSufficiency.LEVELS, of.levels(), Levels.class).of(),
                of.measuredOn(), of.measuredBy(), disclosure.parts(), of.recordVersion());
    }
}

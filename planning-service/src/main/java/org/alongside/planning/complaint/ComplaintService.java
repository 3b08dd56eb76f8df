package org.alongside.planning.complaint;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Etag;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.sealing.SealedJson;
import org.alongside.kit.time.Ids;
import org.alongside.planning.casework.Case;
import org.alongside.planning.casework.CaseService;
import org.alongside.planning.complaint.api.Complain;
import org.alongside.planning.complaint.api.ComplaintView;

/** Takes complaints of clients and answers them, past whom they concern: to these there is none. Tells nobody by events. */
@ApplicationScoped
@Transactional
public class ComplaintService {

    private final ComplaintRepository complaints;
    private final CaseService cases;
    private final SealedJson sealed;
    private final AccessGate gate;
    private final AccessContext access;
    private final Clock clock;

    ComplaintService(ComplaintRepository complaints, CaseService cases, SealedJson sealed, AccessGate gate,
            AccessContext access, Clock clock) {
        this.complaints = complaints;
        this.cases = cases;
        this.sealed = sealed;
        this.gate = gate;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Also of a closed case.
     *
     * @throws Problem {@code not-permitted} for somebody whom it concerns
     */
    public UUID complain(UUID caseId, Complain complain) {
        Case of = cases.require(caseId);
        String by = access.caller().subject();
        if (complain.about().contains(by)) {
            throw Problem.of(ProblemType.NOT_PERMITTED, "Somebody else takes a complaint that concerns you.");
        }
        Complaint complaint = new Complaint(Ids.next(), of, complain.about().stream().sorted().toList(),
                sealed.seal(of.clientId(), Complaint.WORDS, complain.clientWords()), by, clock.instant());
        complaints.persistAndFlush(complaint);
        return complaint.recordId();
    }

    /** @throws Problem {@code not-found} for somebody whom it concerns */
    public ComplaintView read(UUID complaintId) {
        Complaint complaint = unconcerned(complaints.require(complaintId));
        return view(complaint, gate.disclose(complaint));
    }

    /** Those of a case that do not concern the caller, the oldest first. */
    public List<ComplaintView> ofCase(UUID caseId) {
        cases.require(caseId);
        return complaints.ofCase(caseId).stream().filter(each -> !each.concerns(access.caller().subject()))
                .flatMap(each -> gate.find(each).map(disclosure -> view(each, disclosure)).stream()).toList();
    }

    public ComplaintView review(UUID complaintId, String ifMatch) {
        return change(complaintId, ifMatch, Complaint::review);
    }

    public ComplaintView answer(UUID complaintId, String ifMatch, String words) {
        return change(complaintId, ifMatch,
                complaint -> complaint.answer(sealed.seal(complaint.clientId(), Complaint.ANSWER, words),
                        access.caller().subject(), clock.instant()));
    }

    public ComplaintView withdraw(UUID complaintId, String ifMatch) {
        return change(complaintId, ifMatch, Complaint::withdraw);
    }

    private ComplaintView change(UUID complaintId, String ifMatch, Consumer<Complaint> command) {
        Complaint complaint = unconcerned(complaints.requireForChange(complaintId));
        Disclosure disclosure = gate.disclose(complaint);
        Etag.require(ifMatch, complaint.recordVersion());
        command.accept(complaint);
        complaints.flush();
        return view(complaint, disclosure);
    }

    /** Decided here once more, independently of row-level security. */
    private Complaint unconcerned(Complaint complaint) {
        if (complaint.concerns(access.caller().subject())) {
            throw Problem.notFound();
        }
        return complaint;
    }

    private ComplaintView view(Complaint of, Disclosure disclosure) {
        return new ComplaintView(of.recordId(), of.caseId(), of.clientId(), of.status(), of.about(),
                sealed.open(disclosure, Part.PLAN, Complaint.WORDS, of.words(), String.class), of.recordedBy(),
                of.receivedAt(), sealed.open(disclosure, Part.PLAN, Complaint.ANSWER, of.answer(), String.class),
                of.answeredBy(), of.answeredAt(), disclosure.parts(), of.recordVersion());
    }
}

package org.alongside.planning.feedback;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.agency.AgencyCalendar;
import org.alongside.kit.caller.Caller;
import org.alongside.kit.caller.Role;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.sealing.SealedJson;
import org.alongside.kit.time.Ids;
import org.alongside.planning.casework.Case;
import org.alongside.planning.casework.CaseService;
import org.alongside.planning.feedback.api.FeedbackView;
import org.alongside.planning.feedback.api.GiveFeedback;

/** Keeps what clients say of the relationship: to supervisors one by one, to the workers of the case where the client wants that. */
@ApplicationScoped
@Transactional
public class FeedbackService {

    /** Who sees it whether or not the client lets the workers of the case, unless they are such a worker themselves. */
    private static final Set<Role> ALWAYS = EnumSet.of(Role.SUPERVISOR, Role.PRIVACY_OFFICER);

    private final FeedbackRepository feedback;
    private final CaseService cases;
    private final SealedJson sealed;
    private final AgencyCalendar calendar;
    private final AccessGate gate;
    private final AccessContext access;

    FeedbackService(FeedbackRepository feedback, CaseService cases, SealedJson sealed, AgencyCalendar calendar,
            AccessGate gate, AccessContext access) {
        this.feedback = feedback;
        this.cases = cases;
        this.sealed = sealed;
        this.calendar = calendar;
        this.gate = gate;
        this.access = access;
    }

    /** Also of a closed case. */
    public UUID give(UUID caseId, GiveFeedback given) {
        Case of = cases.require(caseId);
        Feedback one = new Feedback(Ids.next(), of,
                sealed.seal(of.clientId(), Feedback.OPINION, new Opinion(given.ratings(), given.words())),
                given.workerMaySee(), calendar.today(of.homeAgency()), access.caller().subject());
        feedback.persistAndFlush(one);
        return one.recordId();
    }

    /** What was given just now, to whoever recorded it. */
    public FeedbackView given(UUID feedbackId) {
        Feedback one = feedback.require(feedbackId);
        return view(one, gate.disclose(one));
    }

    /** @throws Problem {@code not-found} for a worker of the case, whatever else they are, and for other workers, when the client does not want that */
    public FeedbackView read(UUID feedbackId) {
        Feedback one = feedback.require(feedbackId);
        if (!isOpenTo(access.caller(), one, cases.require(one.caseId()))) {
            throw Problem.notFound();
        }
        return view(one, gate.disclose(one));
    }

    /** Those of a case that the caller may see, the oldest first. */
    public List<FeedbackView> ofCase(UUID caseId) {
        Case of = cases.require(caseId);
        return feedback.ofCase(caseId).stream().filter(one -> isOpenTo(access.caller(), one, of))
                .flatMap(one -> gate.find(one).map(disclosure -> view(one, disclosure)).stream()).toList();
    }

    /** By the person, not by the role: in a small agency the supervisor may be the worker of whom the client spoke. */
    private static boolean isOpenTo(Caller caller, Feedback one, Case of) {
        return one.mayWorkerSee() || caller.hasAny(ALWAYS) && !of.worksIn(caller.subject());
    }

    private FeedbackView view(Feedback of, Disclosure disclosure) {
        Opinion opinion = sealed.open(disclosure, Part.PLAN, Feedback.OPINION, of.opinion(), Opinion.class);
        return new FeedbackView(of.recordId(), of.caseId(), of.clientId(), opinion.ratings(), opinion.words(),
                of.mayWorkerSee(), of.givenOn(), of.recordedBy(), disclosure.parts(), of.recordVersion());
    }
}

package org.alongside.planning.workerrequest;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

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
import org.alongside.planning.workerrequest.api.AskForWorker;
import org.alongside.planning.workerrequest.api.WorkerRequestView;

/**
 * Takes requests of clients for another worker and decides them, past the worker whom they are about. The case changes hands by its own
 * command, with a handover note. Tells nobody by events.
 */
@ApplicationScoped
@Transactional
public class WorkerRequestService {

    private final WorkerRequestRepository requests;
    private final CaseService cases;
    private final SealedJson sealed;
    private final AccessGate gate;
    private final AccessContext access;
    private final Clock clock;

    WorkerRequestService(WorkerRequestRepository requests, CaseService cases, SealedJson sealed, AccessGate gate,
            AccessContext access, Clock clock) {
        this.requests = requests;
        this.cases = cases;
        this.sealed = sealed;
        this.gate = gate;
        this.access = access;
        this.clock = clock;
    }

    /**
     * @throws Problem {@code not-permitted} for the primary worker; {@code conflicting-state} when the case is closed, or it was asked
     *                 already and is not decided
     */
    public UUID ask(UUID caseId, AskForWorker asked) {
        Case of = cases.requireNotClosed(caseId);
        String by = access.caller().subject();
        if (by.equals(of.primaryWorker())) {
            throw Problem.of(ProblemType.NOT_PERMITTED, "Somebody else takes a request that is about you.");
        }
        if (requests.isRequested(caseId)) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "The client has asked already; it is still to be decided.");
        }
        WorkerRequest request = new WorkerRequest(Ids.next(), of,
                seal(of.clientId(), WorkerRequest.CLIENT_WORDS, asked.clientWords()), by, clock.instant());
        requests.persistAndFlush(request);
        return request.recordId();
    }

    /** @throws Problem {@code not-found} for the worker whom it is about */
    public WorkerRequestView read(UUID requestId) {
        WorkerRequest request = notAboutCaller(requests.require(requestId));
        return view(request, gate.disclose(request));
    }

    /** Those of a case that are not about the caller, the oldest first. */
    public List<WorkerRequestView> ofCase(UUID caseId) {
        cases.require(caseId);
        return requests.ofCase(caseId).stream().filter(each -> !each.isAbout(access.caller().subject()))
                .flatMap(each -> gate.find(each).map(disclosure -> view(each, disclosure)).stream()).toList();
    }

    /** @param words what the client is told; {@code null} for nothing */
    public WorkerRequestView decide(UUID requestId, String ifMatch, WorkerRequestStatus decided, String words) {
        WorkerRequest request = notAboutCaller(requests.requireForChange(requestId));
        Disclosure disclosure = gate.disclose(request);
        Etag.require(ifMatch, request.recordVersion());
        request.decide(decided, seal(request.clientId(), WorkerRequest.WORDS, words), access.caller().subject(),
                clock.instant());
        requests.flush();
        return view(request, disclosure);
    }

    /** Decided here once more, independently of row-level security. */
    private WorkerRequest notAboutCaller(WorkerRequest request) {
        if (request.isAbout(access.caller().subject())) {
            throw Problem.notFound();
        }
        return request;
    }

    private byte[] seal(UUID clientId, String field, String words) {
        return words == null ? null : sealed.seal(clientId, field, words);
    }

    private WorkerRequestView view(WorkerRequest of, Disclosure disclosure) {
        return new WorkerRequestView(of.recordId(), of.caseId(), of.clientId(), of.status(), of.insteadOf(),
                sealed.open(disclosure, Part.PLAN, WorkerRequest.CLIENT_WORDS, of.clientWords(), String.class),
                of.recordedBy(), of.requestedAt(),
                sealed.open(disclosure, Part.PLAN, WorkerRequest.WORDS, of.words(), String.class), of.decidedBy(),
                of.decidedAt(), disclosure.parts(), of.recordVersion());
    }
}

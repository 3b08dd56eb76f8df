package org.alongside.planning.agreement;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.http.Etag;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;
import org.alongside.kit.time.Ids;
import org.alongside.planning.agreement.api.Agree;
import org.alongside.planning.agreement.api.AgreementDifferences;
import org.alongside.planning.agreement.api.AgreementDraft;
import org.alongside.planning.agreement.api.AgreementView;
import org.alongside.planning.casework.Case;
import org.alongside.planning.casework.CaseService;
import org.alongside.planning.dependency.DependencyService;
import org.alongside.planning.review.ReviewService;

/** Drafts, negotiates, agrees and ends versions of the agreement of a case. */
@ApplicationScoped
@Transactional
public class AgreementService {

    private final AgreementRepository agreements;
    private final AgreementMapper mapper;
    private final AgreementEvents events;
    private final CaseService cases;
    private final ReviewService reviews;
    private final DependencyService dependency;
    private final AccessGate gate;
    private final AccessContext access;
    private final Cursors cursors;
    private final Clock clock;

    AgreementService(AgreementRepository agreements, AgreementMapper mapper, AgreementEvents events, CaseService cases,
            ReviewService reviews, DependencyService dependency, AccessGate gate, AccessContext access, Cursors cursors,
            Clock clock) {
        this.agreements = agreements;
        this.mapper = mapper;
        this.events = events;
        this.cases = cases;
        this.reviews = reviews;
        this.dependency = dependency;
        this.gate = gate;
        this.access = access;
        this.cursors = cursors;
        this.clock = clock;
    }

    public UUID draft(UUID caseId, AgreementDraft draft) {
        return newVersion(cases.requireOpen(caseId), AgreementStatus.DRAFT, draft).recordId();
    }

    public AgreementView read(UUID agreementId) {
        return view(agreements.require(agreementId));
    }

    /** All versions of a case, also those that were declined or are over, the oldest first. */
    public Page<AgreementView> ofCase(UUID caseId, PageRequest page) {
        cases.require(caseId);
        UUID lastSeen = cursors.lastSeen("agreement.list", caseId, page);
        return Page.ofVisible(agreements.ofCase(caseId, lastSeen, page.rowsToRead()), page,
                agreement -> gate.find(agreement).map(disclosure -> mapper.view(agreement, disclosure)),
                agreement -> cursors.after("agreement.list", caseId, agreement.recordId()));
    }

    /** The version on which both sides agreed and which is in force. */
    public Optional<AgreementView> inForce(UUID caseId) {
        return agreements.inForce(caseId).map(this::view);
    }

    public AgreementView propose(UUID agreementId, String ifMatch) {
        return change(agreementId, ifMatch, Agreement::propose);
    }

    /**
     * Answers a version that lies with one side by other terms: a new version, whose assents start anew.
     *
     * @return the new version
     */
    public AgreementView counterPropose(UUID agreementId, String ifMatch, AgreementDraft draft) {
        Agreement answered = require(agreementId, ifMatch);
        Agreement answer = newVersion(cases.require(answered.caseId()), answered.status().answer(), draft);
        supersede(answered);
        return changed(answer);
    }

    /** Records one side's assent. With the second the version comes into force and the one before is superseded. */
    public AgreementView agree(UUID agreementId, String ifMatch, Agree assent) {
        Agreement agreement = require(agreementId, ifMatch);
        if (agreement.isCompletedBy(assent.party())) {
            // Written before the new one: the database allows one in force.
            agreements.inForce(agreement.caseId()).ifPresent(this::supersede);
        }
        record(agreement, assent);
        agreements.flush();
        if (agreement.status() == AgreementStatus.AGREED) {
            comeIntoForce(agreement);
        }
        return view(agreement);
    }

    private void comeIntoForce(Agreement agreement) {
        agreements.lying(agreement.caseId()).forEach(this::supersede);
        reviews.plan(agreement, agreement.caseId(), agreement.recordId(), agreement.reviewOn());
        cases.agreeUntil(agreement.caseId(), agreement.plannedEndOn())
                .ifPresent(extensions -> dependency.extended(agreement, agreement.caseId(), extensions));
        agreements.flush();
        events.reached(agreement);
    }

    public AgreementView decline(UUID agreementId, String ifMatch) {
        return change(agreementId, ifMatch, Agreement::decline);
    }

    public AgreementView end(UUID agreementId, String ifMatch) {
        return change(agreementId, ifMatch, agreement -> {
            agreement.end();
            reviews.callOff(agreement.caseId(), agreementId);
        });
    }

    /**
     * What a version changes of another one of the same case, field by field.
     *
     * @param from id of the other one; the version before by its number when null
     * @throws Problem {@code not-found} when there is no such version of this case
     */
    public AgreementDifferences differences(UUID agreementId, UUID from) {
        AgreementView to = read(agreementId);
        AgreementView base = from == null ? before(to) : read(from);
        if (!base.caseId().equals(to.caseId())) {
            throw Problem.notFound();
        }
        return AgreementDifferences.between(base, to);
    }

    private AgreementView before(AgreementView version) {
        return agreements.numbered(version.caseId(), version.number() - 1).map(this::view)
                .orElseThrow(Problem::notFound);
    }

    /** Ends the version in force, if there is one, because the case is closed. To be called while the case is held. */
    public void endInForce(UUID caseId) {
        agreements.inForce(caseId).ifPresent(inForce -> {
            inForce.end();
            agreements.flush();
            events.reached(inForce);
        });
    }

    private Agreement newVersion(Case of, AgreementStatus status, AgreementDraft draft) {
        List<Violation> faults = draft.faults();
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        Agreement agreement = new Agreement(Ids.next(), of.recordId(), of, agreements.lastNumber(of.recordId()) + 1,
                status,
                draft, mapper.seal(of, draft));
        agreements.persist(agreement);
        return agreement;
    }

    private void record(Agreement agreement, Agree assent) {
        if (assent.party() == Party.CLIENT) {
            agreement.agreeAsClient(assent.manner(), clock.instant());
        } else {
            agreement.agreeAsWorker(assent.manner(), access.caller().subject(), clock.instant());
        }
    }

    private void supersede(Agreement earlier) {
        earlier.supersede();
        reviews.callOff(earlier.caseId(), earlier.recordId());
        agreements.flush();
        events.reached(earlier);
    }

    private AgreementView change(UUID agreementId, String ifMatch, Consumer<Agreement> command) {
        Agreement agreement = require(agreementId, ifMatch);
        command.accept(agreement);
        return changed(agreement);
    }

    /** Holds the case before the version, so that of one case only one command at a time decides what is in force. */
    private Agreement require(UUID agreementId, String ifMatch) {
        cases.requireOpen(agreements.requireCase(agreementId));
        Agreement agreement = agreements.requireForChange(agreementId);
        gate.disclose(agreement);
        Etag.require(ifMatch, agreement.recordVersion());
        return agreement;
    }

    private AgreementView changed(Agreement agreement) {
        agreements.flush();
        events.reached(agreement);
        return view(agreement);
    }

    private AgreementView view(Agreement agreement) {
        return mapper.view(agreement, gate.disclose(agreement));
    }
}

package org.alongside.planning.dependency;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.ClientRecord;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Etag;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.sealing.SealedJson;
import org.alongside.kit.time.Ids;
import org.alongside.planning.casework.CaseService;
import org.alongside.planning.dependency.api.DependencyReviewView;
import org.alongside.planning.dependency.api.HoldDependencyReview;

/** Raises reviews of work that is extended again and again, and keeps what supervisors found. */
@ApplicationScoped
@Transactional
public class DependencyService {

    /** The extension from which on help may have become a dependence. */
    private static final int LOOKED_AT_FROM = 3;

    private final DependencyRepository reviews;
    private final CaseService cases;
    private final SealedJson sealed;
    private final AccessGate gate;
    private final AccessContext access;
    private final Clock clock;

    DependencyService(DependencyRepository reviews, CaseService cases, SealedJson sealed, AccessGate gate,
            AccessContext access, Clock clock) {
        this.reviews = reviews;
        this.cases = cases;
        this.sealed = sealed;
        this.gate = gate;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Raises a review with the third extension and each after it, unless one is still to be held. To be called while the case is held.
     *
     * @param agreement the version that extends the work
     */
    public void extended(ClientRecord agreement, UUID caseId, int extensions) {
        if (extensions >= LOOKED_AT_FROM && !reviews.isRaisedFor(caseId)) {
            reviews.persistAndFlush(new DependencyReview(Ids.next(), agreement, caseId, extensions, clock.instant()));
        }
    }

    public DependencyReviewView read(UUID reviewId) {
        DependencyReview review = reviews.require(reviewId);
        return view(review, gate.disclose(review));
    }

    /** Those of a case, the oldest first. */
    public List<DependencyReviewView> ofCase(UUID caseId) {
        cases.require(caseId);
        return reviews.ofCase(caseId).stream()
                .flatMap(each -> gate.find(each).map(disclosure -> view(each, disclosure)).stream()).toList();
    }

    /** @throws Problem {@code not-permitted} for the primary worker of the case, who has somebody else look */
    public DependencyReviewView hold(UUID reviewId, String ifMatch, HoldDependencyReview found) {
        DependencyReview review = reviews.requireForChange(reviewId);
        Disclosure disclosure = gate.disclose(review);
        Etag.require(ifMatch, review.recordVersion());
        String by = access.caller().subject();
        if (by.equals(cases.require(review.caseId()).primaryWorker())) {
            throw Problem.of(ProblemType.NOT_PERMITTED, "Somebody else looks at your own case.");
        }
        review.hold(found.outcome(), sealed.seal(review.clientId(), DependencyReview.WORDS, found.words()), by,
                clock.instant());
        reviews.flush();
        return view(review, disclosure);
    }

    private DependencyReviewView view(DependencyReview of, Disclosure disclosure) {
        return new DependencyReviewView(of.recordId(), of.caseId(), of.clientId(), of.agreementId(), of.extensions(),
                of.status(), of.raisedAt(), of.outcome(),
                sealed.open(disclosure, Part.PLAN, DependencyReview.WORDS, of.words(), String.class), of.heldBy(),
                of.heldAt(), disclosure.parts(), of.recordVersion());
    }
}

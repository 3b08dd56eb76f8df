package org.alongside.planning.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.kit.access.ClientRecord;
import org.alongside.kit.access.Part;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.record.ClientEntity;
import org.alongside.planning.agreement.api.AgreementDraft;
import org.alongside.planning.assent.Assent;
import org.alongside.planning.assent.AssentView;
import org.alongside.planning.assent.Manner;

/** One version of what client and worker agreed to do together. Its terms never change: other terms are another version. */
@Entity
@Table(name = "agreement")
public class Agreement extends ClientEntity {

    static final String TERMS = "agreement.terms";

    @Column(name = "case_id", nullable = false, updatable = false)
    private UUID caseId;

    @Column(nullable = false, updatable = false)
    private int number;

    @Column(nullable = false)
    @Convert(converter = AgreementStatusColumn.class)
    private AgreementStatus status;

    @Column(nullable = false, updatable = false)
    private byte[] terms;

    @Column(name = "starts_on", nullable = false, updatable = false)
    private LocalDate startsOn;

    @Column(name = "review_on", nullable = false, updatable = false)
    private LocalDate[] reviewOn;

    @Column(name = "planned_end_on", nullable = false, updatable = false)
    private LocalDate plannedEndOn;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "client_agreed_at"))
    @AttributeOverride(name = "manner", column = @Column(name = "client_manner"))
    private Assent clientAssent;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "worker_agreed_at"))
    @AttributeOverride(name = "manner", column = @Column(name = "worker_manner"))
    private Assent workerAssent;

    private String worker;

    protected Agreement() {}

    /**
     * @param sealedTerms already sealed
     * @param number      one more than the case's last version
     */
    Agreement(UUID id, UUID caseId, ClientRecord client, int number, AgreementStatus status, AgreementDraft draft,
            byte[] sealedTerms) {
        super(id, client.clientId(), client.homeAgency());
        this.caseId = caseId;
        this.number = number;
        this.status = status;
        this.terms = sealedTerms;
        this.startsOn = draft.startsOn();
        this.reviewOn = draft.reviewOn().stream().sorted().toArray(LocalDate[]::new);
        this.plannedEndOn = draft.plannedEndOn();
    }

    void propose() {
        status = status.to(AgreementStatus.PROPOSED);
    }

    void supersede() {
        status = status.to(AgreementStatus.SUPERSEDED);
    }

    void decline() {
        status = status.to(AgreementStatus.DECLINED);
    }

    void end() {
        status = status.to(AgreementStatus.ENDED);
    }

    /**
     * Whether the assent of this side, the only one that is missing, would bring the version into force.
     *
     * @throws Problem {@code conflicting-state} when the version does not lie with anybody, or this side has agreed already
     */
    boolean isCompletedBy(Party party) {
        status.to(AgreementStatus.AGREED);
        boolean byClient = party == Party.CLIENT;
        if ((byClient ? clientAssent : workerAssent) != null) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "This side has agreed already.").with("present",
                    status.code());
        }
        return (byClient ? workerAssent : clientAssent) != null;
    }

    /** The client's side; in force once both have agreed. */
    void agreeAsClient(Manner manner, Instant now) {
        boolean complete = isCompletedBy(Party.CLIENT);
        clientAssent = new Assent(manner, now);
        comeIntoForceIf(complete);
    }

    /**
     * The worker's side; in force once both have agreed.
     *
     * @param who token subject
     */
    void agreeAsWorker(Manner manner, String who, Instant now) {
        boolean complete = isCompletedBy(Party.WORKER);
        workerAssent = new Assent(manner, now);
        worker = who;
        comeIntoForceIf(complete);
    }

    private void comeIntoForceIf(boolean complete) {
        if (complete) {
            status = status.to(AgreementStatus.AGREED);
        }
    }

    UUID caseId() {
        return caseId;
    }

    int number() {
        return number;
    }

    AgreementStatus status() {
        return status;
    }

    byte[] terms() {
        return terms;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    List<LocalDate> reviewOn() {
        return List.of(reviewOn);
    }

    LocalDate plannedEndOn() {
        return plannedEndOn;
    }

    AssentView clientAssent() {
        return clientAssent == null ? null : clientAssent.view();
    }

    AssentView workerAssent() {
        return workerAssent == null ? null : workerAssent.view();
    }

    String worker() {
        return worker;
    }

    @Override
    public String recordType() {
        return "agreement";
    }

    /** What was never agreed, negotiated still or declined, is nobody else's concern. */
    @Override
    public Set<Part> partsByGrant() {
        return clientAssent == null || workerAssent == null ? Set.of() : Set.of(Part.PLAN);
    }
}

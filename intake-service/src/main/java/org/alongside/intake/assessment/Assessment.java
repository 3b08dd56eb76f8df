package org.alongside.intake.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;

import org.alongside.intake.assessment.api.AnsweredBy;
import org.alongside.intake.instrument.Instrument;
import org.alongside.kit.access.ClientRecord;
import org.alongside.kit.code.Coded;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.record.ClientEntity;
import org.hibernate.annotations.BatchSize;

/** A talk about what a client needs and builds on. What was said is sealed; what it came to is codes. */
@Entity
@Table(name = "assessment")
public class Assessment extends ClientEntity {

    static final String ANSWERS = "assessment.answers";
    static final String CLIENT_WORDS = "assessment.client_words";
    static final String STRENGTHS = "assessment.strengths";
    static final String SCORES = "assessment.scores";
    static final String WORKER_OBSERVATION = "assessment.worker_observation";

    @Column(nullable = false, updatable = false)
    private String instrument;

    @Column(name = "instrument_version", nullable = false, updatable = false)
    private String instrumentVersion;

    /** The file itself: name and version are for people. */
    @Column(name = "instrument_sha256", nullable = false, updatable = false)
    private String instrumentSha256;

    /** Id of the first version. */
    @Column(nullable = false, updatable = false)
    private UUID root;

    @Column(nullable = false, updatable = false)
    private int number;

    @Column(updatable = false)
    private UUID amends;

    @Column(nullable = false)
    @Convert(converter = AssessmentStatusColumn.class)
    private AssessmentStatus status = AssessmentStatus.IN_PROGRESS;

    @Column(name = "answered_by", nullable = false)
    private String answeredBy;

    @Column(nullable = false)
    private byte[] answers;

    @Column(name = "client_words")
    private byte[] clientWords;

    private byte[] strengths;

    @Column(name = "worker_observation")
    private byte[] workerObservation;

    private byte[] scores;

    @Column(nullable = false, updatable = false)
    private String worker;

    @Column(name = "started_at", nullable = false, updatable = false)
    private Instant startedAt;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Column(name = "completed_at")
    private Instant completedAt;

    @BatchSize(size = 50)
    @OneToMany(mappedBy = "assessment", cascade = CascadeType.PERSIST)
    private List<Need> needs = new ArrayList<>();

    protected Assessment() {}

    Assessment(UUID id, ClientRecord client, Instrument instrument, String worker, Instant now) {
        super(id, client.clientId(), client.homeAgency());
        this.instrument = instrument.name();
        this.instrumentVersion = instrument.version();
        this.instrumentSha256 = instrument.sha256();
        this.root = id;
        this.number = 1;
        this.worker = worker;
        this.startedAt = now;
        this.changedAt = now;
    }

    private Assessment(UUID id, Assessment before, String worker, Instant now) {
        super(id, before.clientId(), before.homeAgency());
        this.instrument = before.instrument;
        this.instrumentVersion = before.instrumentVersion;
        this.instrumentSha256 = before.instrumentSha256;
        this.root = before.root;
        this.number = before.number + 1;
        this.amends = before.recordId();
        this.worker = worker;
        this.startedAt = now;
        record(before.answeredBy(), before.content(), now);
    }

    /**
     * The next version, in progress, with what was said so far; this one stays as it is.
     *
     * @throws Problem {@code conflicting-state} unless it is completed: before it can be changed, and afterwards there is a newer one
     */
    Assessment amend(UUID id, String by, Instant now) {
        if (status != AssessmentStatus.COMPLETED) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "Only the latest completed version is amended.")
                    .with("present", status.code());
        }
        return new Assessment(id, this, by, now);
    }

    /** The next version was completed. */
    void supersede() {
        status = status.to(AssessmentStatus.AMENDED);
    }

    /**
     * Replaces what was said and seen.
     *
     * @throws Problem {@code conflicting-state} once completed: what needs were made from does not change under them
     */
    void record(AnsweredBy by, SealedContent content, Instant now) {
        if (status != AssessmentStatus.IN_PROGRESS) {
            throw Problem
                    .of(ProblemType.CONFLICTING_STATE,
                            "What was said changes only while the assessment is in progress.")
                    .with("present", status.code());
        }
        answeredBy = by.code();
        answers = content.answers();
        clientWords = content.clientWords();
        strengths = content.strengths();
        workerObservation = content.workerObservation();
        changedAt = now;
    }

    /**
     * @param counted scores, sealed
     * @throws Problem {@code conflicting-state} when it is no longer in progress
     */
    void complete(List<Need> coded, byte[] counted, Instant now) {
        status = status.to(AssessmentStatus.COMPLETED);
        needs.addAll(coded);
        scores = counted;
        completedAt = now;
        changedAt = now;
    }

    SealedContent content() {
        return new SealedContent(answers, clientWords, strengths, workerObservation);
    }

    /** Sealed; null until it is completed, and of those completed before there were scores. */
    byte[] scores() {
        return scores;
    }

    String instrument() {
        return instrument;
    }

    String instrumentVersion() {
        return instrumentVersion;
    }

    String instrumentSha256() {
        return instrumentSha256;
    }

    UUID root() {
        return root;
    }

    /** From 1, in the order in which the versions were made. */
    int number() {
        return number;
    }

    /** The version before; null for the first. */
    UUID amends() {
        return amends;
    }

    AssessmentStatus status() {
        return status;
    }

    AnsweredBy answeredBy() {
        return Coded.stored(AnsweredBy.class, answeredBy);
    }

    String worker() {
        return worker;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    Instant completedAt() {
        return completedAt;
    }

    /** In the order of {@link Need#ORDER}. */
    List<Need> needs() {
        return needs.stream().sorted(Need.ORDER).toList();
    }

    @Override
    public String recordType() {
        return "assessment";
    }
}

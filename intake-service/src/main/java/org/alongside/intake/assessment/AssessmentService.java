package org.alongside.intake.assessment;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.intake.assessment.api.AssessmentContent;
import org.alongside.intake.assessment.api.AssessmentInFull;
import org.alongside.intake.assessment.api.AssessmentSummary;
import org.alongside.intake.assessment.api.AssessmentView;
import org.alongside.intake.assessment.api.CompleteAssessment;
import org.alongside.intake.assessment.api.StartAssessment;
import org.alongside.intake.client.Client;
import org.alongside.intake.client.ClientService;
import org.alongside.intake.instrument.Instrument;
import org.alongside.intake.instrument.Instruments;
import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.MergePatch;
import org.alongside.kit.merge.MergedClients;
import org.alongside.kit.need.NeedCategories;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.time.Ids;

import com.fasterxml.jackson.databind.JsonNode;

/** Begins, reads, changes, completes and amends assessments. Completing one turns its answers into coded needs. */
@ApplicationScoped
@Transactional
public class AssessmentService {

    private static final String LIST = "assessment.list";

    private final AssessmentRepository assessments;
    private final AssessmentMapper mapper;
    private final AssessmentEvents events;
    private final Instruments instruments;
    private final NeedCategories categories;
    private final ClientService clients;
    private final MergedClients merged;
    private final AccessGate gate;
    private final AccessContext access;
    private final MergePatch patches;
    private final Cursors cursors;
    private final Clock clock;

    AssessmentService(AssessmentRepository assessments, AssessmentMapper mapper, AssessmentEvents events,
            Instruments instruments, NeedCategories categories, ClientService clients, MergedClients merged,
            AccessGate gate,
            AccessContext access, MergePatch patches, Cursors cursors, Clock clock) {
        this.assessments = assessments;
        this.mapper = mapper;
        this.events = events;
        this.instruments = instruments;
        this.categories = categories;
        this.clients = clients;
        this.merged = merged;
        this.gate = gate;
        this.access = access;
        this.patches = patches;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** @return the id of the new assessment, in progress */
    public UUID start(UUID clientId, StartAssessment beginning) {
        Client client = clients.requireOwnToBegin(clientId);
        Instrument instrument = instruments.require(beginning.instrument(), beginning.version());
        Assessment assessment = new Assessment(Ids.next(), client, instrument, access.caller().subject(),
                clock.instant());
        record(assessment, instrument, beginning.content());
        assessments.persist(assessment);
        return assessment.recordId();
    }

    /** @param language of the instrument's words, BCP 47; null for its own */
    public AssessmentView read(UUID assessmentId, String language) {
        Assessment assessment = assessments.require(assessmentId);
        return mapper.view(assessment, instrumentOf(assessment), gate.disclose(assessment), language);
    }

    /** With those of the records that were merged into the client's. */
    public Page<AssessmentSummary> ofClient(UUID clientId, PageRequest page) {
        clients.requireOwn(clientId);
        UUID lastSeen = cursors.lastSeen(LIST, clientId, page);
        return Page.ofVisible(assessments.of(merged.recordsOf(clientId), lastSeen, page.rowsToRead()), page,
                assessment -> gate.find(assessment).map(disclosure -> mapper.summary(assessment, disclosure)),
                assessment -> cursors.after(LIST, clientId, assessment.recordId()));
    }

    /**
     * Every version of every assessment of a client of the caller's agency, the oldest first.
     *
     * @param language of the instruments' words, BCP 47; null for their own
     */
    public List<AssessmentInFull> inFull(UUID clientId, String language) {
        return Page.all(page -> ofClient(clientId, page)).stream()
                .map(each -> inFull(assessments.require(each.assessmentId()), language)).toList();
    }

    private AssessmentInFull inFull(Assessment assessment, String language) {
        Instrument instrument = instrumentOf(assessment);
        AssessmentView view = mapper.view(assessment, instrument, gate.disclose(assessment), language);
        return new AssessmentInFull(instrument.title(), view, new GivenAnswers(instrument, view.answers())
                .withQuestions(language));
    }

    /** Applies a JSON Merge Patch to {@link AssessmentContent}. */
    public AssessmentView change(UUID assessmentId, String ifMatch, JsonNode patch) {
        Assessment assessment = assessments.requireForChange(assessmentId);
        Disclosure disclosure = gate.disclose(assessment);
        Etag.require(ifMatch, assessment.recordVersion());
        record(assessment, instrumentOf(assessment),
                patches.apply(mapper.content(assessment, disclosure), patch, AssessmentContent.class));
        assessments.flush();
        return mapper.view(assessment, instrumentOf(assessment), disclosure, null);
    }

    /** Makes the needs that the rules of the instrument propose, in the client's order and with the client's view of each. */
    public AssessmentView complete(UUID assessmentId, String ifMatch, CompleteAssessment decision) {
        Assessment assessment = assessments.requireForChange(assessmentId);
        Disclosure disclosure = gate.disclose(assessment);
        Etag.require(ifMatch, assessment.recordVersion());
        GivenAnswers answers = new GivenAnswers(instrumentOf(assessment),
                mapper.content(assessment, disclosure).answers());
        NeedCoding coding = new NeedCoding(answers.needs(), decision);
        coding.requireValid(categories);
        AssessmentVersions earlier = AssessmentVersions.before(assessment, assessments.versions(assessment.root()));
        assessment.complete(coding.needsOf(assessment, earlier.needs(), words -> mapper.sealWords(assessment, words)),
                mapper.sealScores(assessment, answers.scores()), clock.instant());
        earlier.latest().ifPresent(before -> assessments.requireForChange(before.recordId()).supersede());
        assessments.flush();
        events.completed(assessment, earlier);
        return mapper.view(assessment, instrumentOf(assessment), disclosure, null);
    }

    /**
     * Begins the next version with what was said so far; the present one stays, and counts until the next is completed.
     *
     * @return the id of the next version
     * @throws Problem {@code conflicting-state} when it is not the latest completed version; {@code amendment} names one that was begun
     */
    public UUID amend(UUID assessmentId, String ifMatch) {
        Assessment before = assessments.requireForChange(assessmentId);
        gate.disclose(before);
        Etag.require(ifMatch, before.recordVersion());
        assessments.amending(assessmentId).ifPresent(begun -> {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "The next version was begun already.")
                    .with("present", before.status().code()).with("amendment", begun.recordId());
        });
        Assessment next = before.amend(Ids.next(), access.caller().subject(), clock.instant());
        assessments.persist(next);
        return next.recordId();
    }

    /** All versions of an assessment, the first one first. */
    public Page<AssessmentSummary> versions(UUID assessmentId) {
        Assessment asked = assessments.require(assessmentId);
        gate.disclose(asked);
        return new Page<>(assessments.versions(asked.root()).stream().flatMap(
                version -> gate.find(version).map(disclosure -> mapper.summary(version, disclosure)).stream()).toList(),
                null);
    }

    private void record(Assessment assessment, Instrument instrument, AssessmentContent content) {
        new GivenAnswers(instrument, content.answers()).requireValid();
        assessment.record(content.answeredBy(), mapper.seal(assessment, content), clock.instant());
    }

    private Instrument instrumentOf(Assessment assessment) {
        return instruments.used(assessment.instrumentSha256());
    }
}

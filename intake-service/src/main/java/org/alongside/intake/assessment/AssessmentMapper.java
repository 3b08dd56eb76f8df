package org.alongside.intake.assessment;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.intake.assessment.api.Answer;
import org.alongside.intake.assessment.api.AssessmentContent;
import org.alongside.intake.assessment.api.AssessmentSummary;
import org.alongside.intake.assessment.api.AssessmentView;
import org.alongside.intake.assessment.api.NeedReasonView;
import org.alongside.intake.assessment.api.NeedView;
import org.alongside.intake.instrument.Instrument;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.sealing.SealedJson;

/** Between the stored assessment and the records at the edge. */
@ApplicationScoped
class AssessmentMapper {

    private final SealedJson sealed;

    AssessmentMapper(SealedJson sealed) {
        this.sealed = sealed;
    }

    SealedContent seal(Assessment assessment, AssessmentContent content) {
        return new SealedContent(seal(assessment, Assessment.ANSWERS, content.answers()),
                seal(assessment, Assessment.CLIENT_WORDS, content.clientWords()),
                seal(assessment, Assessment.STRENGTHS, content.strengths()),
                seal(assessment, Assessment.WORKER_OBSERVATION, content.workerObservation()));
    }

    /** All that was recorded, for whoever changes it. */
    AssessmentContent content(Assessment assessment, Disclosure disclosure) {
        SealedContent content = assessment.content();
        Answer[] answers = open(disclosure, Assessment.ANSWERS, content.answers(), Answer[].class);
        return new AssessmentContent(assessment.answeredBy(), answers == null ? null : List.of(answers),
                open(disclosure, Assessment.CLIENT_WORDS, content.clientWords(), String.class),
                open(disclosure, Assessment.STRENGTHS, content.strengths(), String.class),
                open(disclosure, Assessment.WORKER_OBSERVATION, content.workerObservation(), String.class));
    }

    AssessmentView view(Assessment assessment, Instrument instrument, Disclosure disclosure) {
        List<Need> needs = needs(assessment, disclosure);
        AssessmentContent content = disclosed(content(assessment, disclosure), needs, disclosure);
        GivenAnswers answers = new GivenAnswers(instrument, content.answers());
        return new AssessmentView(assessment.recordId(), assessment.clientId(), assessment.homeAgency(),
                assessment.instrument(), assessment.instrumentVersion(), assessment.number(), assessment.amends(),
                assessment.status(), content.answeredBy(),
                content.answers(), content.clientWords(), content.strengths(), content.workerObservation(),
                assessment.worker(), assessment.startedAt(), assessment.changedAt(), assessment.completedAt(),
                needs.stream().map(need -> view(need, words(need, disclosure), answers.because(need.category())))
                        .toList(),
                needs.stream().anyMatch(Need::isImmediate), needs.stream().anyMatch(Need::isImmediateSafety),
                disclosure.parts(), assessment.recordVersion());
    }

    AssessmentSummary summary(Assessment assessment, Disclosure disclosure) {
        List<Need> needs = needs(assessment, disclosure);
        return new AssessmentSummary(assessment.recordId(), assessment.clientId(), assessment.homeAgency(),
                assessment.instrument(), assessment.instrumentVersion(), assessment.number(), assessment.amends(),
                assessment.status(), assessment.startedAt(),
                assessment.completedAt(), needs.stream().map(need -> view(need, null, null)).toList(),
                needs.stream().anyMatch(Need::isImmediate),
                needs.stream().anyMatch(Need::isImmediateSafety), disclosure.parts());
    }

    private static List<Need> needs(Assessment assessment, Disclosure disclosure) {
        return assessment.needs().stream().filter(need -> disclosure.needs().covers(need.category())).toList();
    }

    /** By a grant only the answers behind the needs that it opens: what was said in free words may be about any need. */
    private static AssessmentContent disclosed(AssessmentContent content, List<Need> needs, Disclosure disclosure) {
        if (disclosure.needs().isAll()) {
            return content;
        }
        Set<String> behind = needs.stream().flatMap(need -> need.sourceAnswers().stream()).collect(Collectors.toSet());
        List<Answer> answers = content.answers() == null
                ? null
                : content.answers().stream().filter(answer -> behind.contains(answer.linkId())).toList();
        return new AssessmentContent(content.answeredBy(), answers, null, null, null);
    }

    /** @return null when the client said nothing */
    byte[] sealWords(Assessment assessment, String words) {
        return seal(assessment, Need.CLIENT_WORDS, words);
    }

    private String words(Need need, Disclosure disclosure) {
        return disclosure.needs().isAll()
                ? open(disclosure, Need.CLIENT_WORDS, need.clientWords(), String.class)
                : null;
    }

    private static NeedView view(Need need, String clientWords, List<NeedReasonView> because) {
        return new NeedView(need.needId(), need.category(), need.severity(), need.urgency(), need.priority(),
                need.clientView(), clientWords, need.sourceAnswers(), because);
    }

    private byte[] seal(Assessment assessment, String field, Object value) {
        return value == null ? null : sealed.seal(assessment.clientId(), field, value);
    }

    private <T> T open(Disclosure disclosure, String field, byte[] value, Class<T> type) {
        return sealed.open(disclosure, Part.ASSESSMENT, field, value, type);
    }
}

package org.alongside.intake.assessment;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.intake.assessment.api.Answer;
import org.alongside.intake.assessment.api.AssessmentContent;
import org.alongside.intake.assessment.api.AssessmentSummary;
import org.alongside.intake.assessment.api.AssessmentView;
import org.alongside.intake.assessment.api.NeedReasonView;
import org.alongside.intake.assessment.api.NeedView;
import org.alongside.intake.assessment.api.ScoreView;
import org.alongside.intake.instrument.Instrument;
import org.alongside.intake.instrument.Score;
import org.alongside.intake.instrument.ScoreRule;
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

    /** @param language of the instrument's words, BCP 47; null for its own */
    AssessmentView view(Assessment assessment, Instrument instrument, Disclosure disclosure, String language) {
        List<Need> needs = needs(assessment, disclosure);
        AssessmentContent all = content(assessment, disclosure);
        GivenAnswers answers = new GivenAnswers(instrument, all.answers());
        AssessmentContent content = disclosure.needs().isAll() ? all : behind(needs, all, answers);
        return new AssessmentView(assessment.recordId(), assessment.clientId(), assessment.homeAgency(),
                assessment.instrument(), assessment.instrumentVersion(), assessment.number(), assessment.amends(),
                assessment.status(), content.answeredBy(),
                content.answers(), content.clientWords(), content.strengths(), content.workerObservation(),
                assessment.worker(), assessment.startedAt(), assessment.changedAt(), assessment.completedAt(),
                needs.stream()
                        .map(need -> view(need, words(need, disclosure), answers.because(need.category(), language)))
                        .toList(),
                scores(assessment, instrument, disclosure, language),
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
    private static AssessmentContent behind(List<Need> needs, AssessmentContent content, GivenAnswers answers) {
        Set<String> categories = needs.stream().map(Need::category).collect(Collectors.toSet());
        return new AssessmentContent(content.answeredBy(), answers.behind(categories), null, null, null);
    }

    /** @return null when there are none to be seen */
    private List<ScoreView> scores(Assessment assessment, Instrument instrument, Disclosure disclosure,
            String language) {
        if (!disclosure.needs().isAll() || assessment.scores() == null) {
            return null;
        }
        Score[] scores = open(disclosure, Assessment.SCORES, assessment.scores(), Score[].class);
        return scores == null ? null : Stream.of(scores).map(score -> view(score, instrument, language)).toList();
    }

    private static ScoreView view(Score score, Instrument instrument, String language) {
        ScoreRule rule = instrument.score(score.name()).orElseThrow();
        String words = score.band() == null ? null : rule.band(score.band()).orElseThrow().label().in(language);
        return new ScoreView(score.name(), rule.title().in(language), score.value(), score.answered(), score.of(),
                score.band(), words, score.sourceAnswers());
    }

    byte[] sealScores(Assessment assessment, List<Score> scores) {
        return seal(assessment, Assessment.SCORES, scores);
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

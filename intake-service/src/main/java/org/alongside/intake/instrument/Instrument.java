package org.alongside.intake.instrument;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.alongside.kit.digest.Sha256;

/** A set of questions with the rules by which answers become needs and scores. A version never changes once it was used. */
public final class Instrument {

    private final String name;
    private final String version;
    private final String title;
    private final byte[] source;
    private final String sha256;
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final List<ScoreRule> scores;

    Instrument(String name, String version, String title, byte[] source, Collection<Question> questions,
            List<ScoreRule> scores) {
        this.name = name;
        this.version = version;
        this.title = title;
        this.source = source;
        this.sha256 = Sha256.hex(source);
        questions.forEach(question -> this.questions.put(question.linkId(), question));
        this.scores = List.copyOf(scores);
    }

    public String name() {
        return name;
    }

    public String version() {
        return version;
    }

    public String title() {
        return title;
    }

    /** The FHIR R4 Questionnaire in JSON, to the letter as it came. */
    public byte[] source() {
        return source.clone();
    }

    /** Of {@link #source()}, in hexadecimal: what an assessment rests on. */
    public String sha256() {
        return sha256;
    }

    public Optional<Question> question(String linkId) {
        return Optional.ofNullable(questions.get(linkId));
    }

    public Optional<ScoreRule> score(String score) {
        return scores.stream().filter(rule -> rule.name().equals(score)).findFirst();
    }

    /** The questions that someone with these answers is shown. */
    public ShownQuestions shown(Answers answers) {
        return new ShownQuestions(questions, answers);
    }

    /** What these answers come to, in the order of the file. */
    public List<Score> scores(Answers answers) {
        return scores.stream().map(rule -> rule.of(this, answers)).toList();
    }

    /** The needs that these answers propose, one for each category, in the order of the questions; those of scores last. */
    public List<ProposedNeed> propose(Answers answers) {
        Map<String, ProposedNeed> needs = new LinkedHashMap<>();
        reasonsOfAnswers(answers).forEach(reason -> needs.merge(reason.rule().category(),
                ProposedNeed.of(reason.rule(), List.of(reason.place().linkId())), ProposedNeed::with));
        scores(answers).forEach(score -> band(score).filter(band -> band.rule() != null).ifPresent(band -> needs
                .merge(band.rule().category(), ProposedNeed.of(band.rule(), score.sourceAnswers()),
                        ProposedNeed::with)));
        return new ArrayList<>(needs.values());
    }

    /** Every answer and score that proposes a need of this category, in the order of {@link #propose}. */
    public List<NeedReason> reasons(String category, Answers answers) {
        Stream<NeedReason> ofScores = scores(answers).stream()
                .flatMap(score -> band(score).filter(band -> band.rule() != null)
                        .map(band -> reason(score, band)).stream());
        return Stream.concat(reasonsOfAnswers(answers), ofScores)
                .filter(reason -> reason.rule().category().equals(category)).toList();
    }

    private Stream<NeedReason> reasonsOfAnswers(Answers answers) {
        ShownQuestions shown = shown(answers);
        return questions.values().stream().flatMap(question -> answers.placesOf(question.linkId()).stream()
                .filter(shown::contain).flatMap(place -> answers.at(place).stream()
                        .flatMap(answer -> question.reasons(place, answer).stream())));
    }

    private NeedReason reason(Score score, Band band) {
        return new NeedReason(null, score.name(), score(score.name()).orElseThrow().title(), score.value(),
                band.label(), band.rule());
    }

    private Optional<Band> band(Score score) {
        return score.band() == null ? Optional.empty() : score(score.name()).flatMap(rule -> rule.band(score.band()));
    }
}

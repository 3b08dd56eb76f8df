package org.alongside.intake.assessment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.alongside.intake.assessment.api.Answer;
import org.alongside.intake.assessment.api.AnsweredQuestion;
import org.alongside.intake.assessment.api.NeedReasonView;
import org.alongside.intake.instrument.AnswerPlace;
import org.alongside.intake.instrument.Answers;
import org.alongside.intake.instrument.Instrument;
import org.alongside.intake.instrument.NeedReason;
import org.alongside.intake.instrument.ProposedNeed;
import org.alongside.intake.instrument.Question;
import org.alongside.intake.instrument.Score;
import org.alongside.intake.instrument.ShownQuestions;
import org.alongside.intake.instrument.Wording;
import org.alongside.kit.need.Urgency;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;

/** Answers held against the instrument they answer. */
final class GivenAnswers {

    private static final int LONGEST_TEXT = 4000;

    private final Instrument instrument;
    private final List<Answer> given;
    private final Answers answers = new Answers();

    GivenAnswers(Instrument instrument, List<Answer> given) {
        this.instrument = instrument;
        this.given = given;
        given.forEach(this::read);
    }

    /** What the instrument cannot read has no meaning to it; {@link #requireValid} refuses it. */
    private void read(Answer answer) {
        instrument.question(answer.linkId()).ifPresent(question -> answer.values().forEach(
                value -> question.type().read(value).ifPresent(read -> answers.add(place(answer), read))));
    }

    private static AnswerPlace place(Answer answer) {
        return AnswerPlace.of(answer.linkId(), answer.repetition());
    }

    List<ProposedNeed> needs() {
        return instrument.propose(answers);
    }

    List<Score> scores() {
        return instrument.scores(answers);
    }

    /**
     * Why the rules propose a need of this category; the highest of each kind decide.
     *
     * @param language of the words, BCP 47; null for the instrument's own
     */
    List<NeedReasonView> because(String category, String language) {
        List<NeedReason> reasons = instrument.reasons(category, answers);
        int severity = reasons.stream().mapToInt(reason -> reason.rule().severity()).max().orElse(0);
        Urgency urgency = reasons.stream().map(reason -> reason.rule().urgency()).reduce(Urgency.ROUTINE, Urgency::or);
        return reasons.stream().map(reason -> view(reason, severity, urgency, language)).toList();
    }

    private static NeedReasonView view(NeedReason reason, int severity, Urgency urgency, String language) {
        AnswerPlace place = reason.place();
        Wording words = reason.words();
        return new NeedReasonView(place == null ? null : place.linkId(),
                place == null || place.repetition() == 0 ? null : place.repetition(), reason.score(),
                reason.question().in(language), reason.answer(), words == null ? null : words.in(language),
                reason.rule().severity(), reason.rule().urgency(), reason.rule().severity() == severity,
                reason.rule().urgency() == urgency);
    }

    /** @param language of the words, BCP 47; null for the instrument's own */
    List<AnsweredQuestion> withQuestions(String language) {
        return given.stream().map(answer -> withQuestion(answer, language)).toList();
    }

    private AnsweredQuestion withQuestion(Answer answer, String language) {
        Optional<Question> question = instrument.question(answer.linkId());
        List<String> words = question.map(asked -> answer.values().stream()
                .flatMap(value -> asked.words(value, language).stream()).toList()).orElse(List.of());
        return new AnsweredQuestion(answer.linkId(), answer.repetition(),
                question.map(asked -> asked.text().in(language)).orElse(null), answer.values(), words);
    }

    /** The answers that proposed needs of these categories, and nothing else that was chosen beside them. */
    List<Answer> behind(Set<String> categories) {
        Set<NeedReason> reasons = categories.stream()
                .flatMap(category -> instrument.reasons(category, answers).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> scored = instrument.scores(answers).stream()
                .filter(score -> reasons.stream().anyMatch(reason -> score.name().equals(reason.score())))
                .flatMap(score -> score.sourceAnswers().stream()).collect(Collectors.toSet());
        List<Answer> behind = new ArrayList<>();
        for (Answer answer : given) {
            List<Object> values = answer.values().stream().filter(value -> scored.contains(answer.linkId())
                    || reasons.stream().anyMatch(reason -> place(answer).equals(reason.place())
                            && value.equals(reason.answer())))
                    .toList();
            if (!values.isEmpty()) {
                behind.add(new Answer(answer.linkId(), answer.repetition(), values));
            }
        }
        return behind;
    }

    /** @throws Problem {@code invalid-input} naming every answer that the instrument does not allow */
    void requireValid() {
        ShownQuestions shown = instrument.shown(answers);
        Set<AnswerPlace> seen = new HashSet<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            violations.addAll(faults("/answers/" + i, given.get(i), shown, seen));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    private List<Violation> faults(String place, Answer answer, ShownQuestions shown, Set<AnswerPlace> seen) {
        Question question = instrument.question(answer.linkId()).orElse(null);
        if (question == null) {
            return List.of(new Violation(place + "/linkId", "unknown-question", "no question of this instrument"));
        }
        if (question.repeatingGroup() != (answer.repetition() != null)) {
            return List.of(new Violation(place + "/repetition", "repetition", question.repeatingGroup()
                    ? "which one of the repeating group is answered, from 1"
                    : "this question stands in no repeating group"));
        }
        if (!seen.add(place(answer))) {
            return List.of(new Violation(place + "/linkId", "repeated", "a question is answered once"));
        }
        if (!shown.contain(place(answer))) {
            return List.of(new Violation(place + "/linkId", "not-enabled",
                    "the other answers do not lead to this question"));
        }
        return faults(place + "/values", question, answer.values());
    }

    private static List<Violation> faults(String place, Question question, List<Object> values) {
        if (values.size() > 1 && !question.repeats()) {
            return List.of(new Violation(place, "size", "the question takes one answer"));
        }
        List<Violation> faults = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            faults.addAll(fault(place + "/" + i, question, values.get(i)));
            if (values.indexOf(values.get(i)) < i) {
                faults.add(new Violation(place + "/" + i, "repeated", "an answer is given once"));
            }
        }
        return faults;
    }

    private static List<Violation> fault(String place, Question question, Object value) {
        Object answer = question.type().read(value).orElse(null);
        if (answer == null) {
            return List.of(Violation.ofType(place, question.type().expected()));
        }
        if (!question.isWithinLimits(answer)) {
            return List.of(new Violation(place, "out-of-range", "expected " + question.limitsInWords()));
        }
        return switch (question.type()) {
            case CHOICE -> question.codes().contains(answer)
                    ? List.of()
                    : List.of(new Violation(place, "unknown-option", "expected one of " + question.codes()));
            case TEXT -> ofText(place, (String) answer);
            default -> List.of();
        };
    }

    private static List<Violation> ofText(String place, String text) {
        if (text.isBlank()) {
            return List.of(new Violation(place, "empty", "a question left open has no answer"));
        }
        return text.length() > LONGEST_TEXT
                ? List.of(new Violation(place, "size", "at most " + LONGEST_TEXT + " characters"))
                : List.of();
    }
}

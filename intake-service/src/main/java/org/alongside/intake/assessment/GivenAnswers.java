package org.alongside.intake.assessment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.alongside.intake.assessment.api.Answer;
import org.alongside.intake.assessment.api.NeedReasonView;
import org.alongside.intake.instrument.Instrument;
import org.alongside.intake.instrument.NeedReason;
import org.alongside.intake.instrument.ProposedNeed;
import org.alongside.intake.instrument.Question;
import org.alongside.kit.need.Urgency;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;

/** Answers held against the instrument they answer. */
final class GivenAnswers {

    private static final int LONGEST_TEXT = 4000;

    private final Instrument instrument;
    private final List<Answer> answers;
    private final Map<String, Set<Object>> byQuestion = new LinkedHashMap<>();

    GivenAnswers(Instrument instrument, List<Answer> answers) {
        this.instrument = instrument;
        this.answers = answers;
        answers.forEach(answer -> byQuestion.computeIfAbsent(answer.linkId(), linkId -> new LinkedHashSet<>())
                .addAll(answer.values()));
    }

    List<ProposedNeed> needs() {
        return instrument.propose(byQuestion);
    }

    /** Why the rules propose a need of this category; the highest of each kind decide. */
    List<NeedReasonView> because(String category) {
        List<NeedReason> reasons = instrument.reasons(category, byQuestion);
        int severity = reasons.stream().mapToInt(reason -> reason.rule().severity()).max().orElse(0);
        Urgency urgency = reasons.stream().map(reason -> reason.rule().urgency()).reduce(Urgency.ROUTINE, Urgency::or);
        return reasons.stream().map(reason -> new NeedReasonView(reason.linkId(), reason.question(), reason.answer(),
                reason.words(), reason.rule().severity(), reason.rule().urgency(),
                reason.rule().severity() == severity, reason.rule().urgency() == urgency)).toList();
    }

    /** @throws Problem {@code invalid-input} naming every answer that the instrument does not allow */
    void requireValid() {
        Set<String> shown = instrument.shown(byQuestion).keySet();
        Set<String> seen = new HashSet<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            violations.addAll(faults("/answers/" + i, answers.get(i), shown, seen));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    private List<Violation> faults(String place, Answer answer, Set<String> shown, Set<String> seen) {
        Question question = instrument.question(answer.linkId()).orElse(null);
        if (question == null) {
            return List.of(new Violation(place + "/linkId", "unknown-question", "no question of this instrument"));
        }
        if (!seen.add(answer.linkId())) {
            return List.of(new Violation(place + "/linkId", "repeated", "a question is answered once"));
        }
        if (!shown.contains(answer.linkId())) {
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
                faults.add(new Violation(place + "/" + i, "repeated", "an option is chosen once"));
            }
        }
        return faults;
    }

    private static List<Violation> fault(String place, Question question, Object value) {
        return switch (question.type()) {
            case BOOLEAN -> value instanceof Boolean ? List.of() : List.of(Violation.ofType(place, "true or false"));
            case CHOICE -> ofChoice(place, question, value);
            case TEXT -> ofText(place, value);
        };
    }

    private static List<Violation> ofChoice(String place, Question question, Object value) {
        if (!(value instanceof String)) {
            return List.of(Violation.ofType(place, "a string"));
        }
        return question.options().containsKey(value)
                ? List.of()
                : List.of(new Violation(place, "unknown-option", "expected one of " + question.options().keySet()));
    }

    private static List<Violation> ofText(String place, Object value) {
        if (!(value instanceof String text)) {
            return List.of(Violation.ofType(place, "a string"));
        }
        if (text.isBlank()) {
            return List.of(new Violation(place, "empty", "a question left open has no answer"));
        }
        return text.length() > LONGEST_TEXT
                ? List.of(new Violation(place, "size", "at most " + LONGEST_TEXT + " characters"))
                : List.of();
    }
}

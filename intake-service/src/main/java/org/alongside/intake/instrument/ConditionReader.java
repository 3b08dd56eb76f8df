package org.alongside.intake.instrument;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.alongside.kit.code.Coded;

/** Reads {@code enableWhen} once all questions are known, and reports questions that depend on themselves. */
final class ConditionReader {

    private static final String MEMBER = "enableWhen";
    private static final String BEHAVIOR = "enableBehavior";
    private static final Map<QuestionType, String> ANSWER = Map.of(QuestionType.BOOLEAN, "answerBoolean",
            QuestionType.CHOICE, "answerCoding", QuestionType.TEXT, "answerString", QuestionType.INTEGER,
            "answerInteger", QuestionType.DECIMAL, "answerDecimal", QuestionType.DATE, "answerDate");
    private static final Set<String> CONDITION = Set.of("question", "operator", "answerBoolean", "answerCoding",
            "answerString", "answerInteger", "answerDecimal", "answerDate");

    private final Map<String, Draft> drafts;
    private final Map<String, Conditions> read = new HashMap<>();

    ConditionReader(Map<String, Draft> drafts) {
        this.drafts = drafts;
    }

    /** The questions with their conditions. */
    List<Question> questions() {
        Map<String, Question> questions = new LinkedHashMap<>();
        drafts.forEach((linkId, draft) -> questions.put(linkId, draft.question().shownWhen(conditions(draft))));
        questions.values().forEach(question -> reportCycle(question, questions));
        return List.copyOf(questions.values());
    }

    private List<Conditions> conditions(Draft draft) {
        List<Conditions> all = new ArrayList<>();
        draft.around().answered().forEach(linkId -> all.add(Conditions.answered(linkId)));
        draft.around().conditional().forEach(item -> all.add(conditions(item, draft)));
        return all;
    }

    /** Read once for all questions within the item, so that a fault is told once. */
    private Conditions conditions(Element item, Draft within) {
        Conditions known = read.get(item.place());
        if (known == null) {
            List<Element> whens = item.objects(MEMBER);
            String behavior = item.text(BEHAVIOR);
            item.require(whens.size() < 2 || "any".equals(behavior) || "all".equals(behavior),
                    FindingCode.UNKNOWN_VALUE, BEHAVIOR, "any or all, where there are several conditions");
            known = new Conditions("all".equals(behavior),
                    whens.stream().flatMap(when -> condition(when, within).stream()).toList());
            read.put(item.place(), known);
        }
        return known;
    }

    private Optional<Condition> condition(Element when, Draft within) {
        when.understands(CONDITION);
        Optional<Operator> operator = Coded.of(Operator.class, when.text("operator"));
        when.require(operator.isPresent(), FindingCode.UNKNOWN_VALUE, "operator", "exists, =, !=, >, <, >= or <=");
        Draft asked = drafts.get(String.valueOf(when.text("question")));
        when.require(asked != null, FindingCode.BAD_CONDITION, "question", "must be a question of this instrument");
        if (asked == null || operator.isEmpty()) {
            return Optional.empty();
        }
        boolean sameRepetition = asked.around().groups().stream().allMatch(within.around().groups()::contains);
        when.require(!asked.around().repeatingGroup() || sameRepetition, FindingCode.BAD_CONDITION, "question",
                "stands in a repeating group, so it has no one answer here");
        return condition(when, operator.get(), asked.question());
    }

    private static Optional<Condition> condition(Element when, Operator operator, Question asked) {
        when.require(operator.canCompare(asked.type()), FindingCode.BAD_CONDITION, "operator",
                "the answers to " + asked.linkId() + " have no order");
        boolean words = asked.type() == QuestionType.TEXT && operator != Operator.EXISTS;
        when.require(!words, FindingCode.BAD_CONDITION, "operator",
                "of words a condition asks only whether there are any: exists");
        String member = operator == Operator.EXISTS ? ANSWER.get(QuestionType.BOOLEAN) : ANSWER.get(asked.type());
        boolean alone = ANSWER.values().stream().allMatch(each -> each.equals(member) == when.has(each));
        Optional<Object> answer = alone ? answer(when, operator, asked, member) : Optional.empty();
        when.require(words || answer.isPresent(), FindingCode.BAD_CONDITION, null,
                "must have " + member + " alone, with an answer that " + asked.linkId() + " can have");
        return answer.map(value -> new Condition(asked.linkId(), operator, value));
    }

    private static Optional<Object> answer(Element when, Operator operator, Question asked, String member) {
        if (operator == Operator.EXISTS) {
            return Optional.ofNullable(when.flag(member));
        }
        if (asked.type() == QuestionType.CHOICE) {
            Element coding = when.object(member);
            return Optional.ofNullable(coding == null ? null : coding.text("code")).map(code -> (Object) code)
                    .filter(asked.codes()::contains);
        }
        return when.value(member, asked.type());
    }

    private void reportCycle(Question question, Map<String, Question> questions) {
        List<String> way = wayBack(question.linkId(), question.linkId(), questions, new ArrayList<>());
        if (way != null) {
            drafts.get(question.linkId()).item().report(FindingCode.CYCLIC_CONDITION, null,
                    question.linkId() + " hangs on " + String.join(", that on ", way));
        }
    }

    /** @return the questions from one that this one asks to the one that is searched; null when there is no way */
    private static List<String> wayBack(String from, String to, Map<String, Question> questions, List<String> seen) {
        for (String asked : asked(questions.get(from))) {
            if (asked.equals(to)) {
                return List.of(to);
            }
            if (!seen.contains(asked)) {
                seen.add(asked);
                List<String> rest = wayBack(asked, to, questions, seen);
                if (rest != null) {
                    List<String> way = new ArrayList<>(List.of(asked));
                    way.addAll(rest);
                    return way;
                }
            }
        }
        return null;
    }

    private static List<String> asked(Question question) {
        return question.shownWhen().stream().flatMap(all -> all.conditions().stream()).map(Condition::linkId)
                .distinct().toList();
    }
}

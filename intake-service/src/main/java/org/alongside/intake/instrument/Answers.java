package org.alongside.intake.instrument;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was answered, each answer as {@link QuestionType} has it. */
public final class Answers {

    private final Map<AnswerPlace, Set<Object>> given = new LinkedHashMap<>();

    public void add(AnswerPlace place, Object answer) {
        given.computeIfAbsent(place, first -> new LinkedHashSet<>()).add(answer);
    }

    /** Empty for a question that was left open. */
    Set<Object> at(AnswerPlace place) {
        return given.getOrDefault(place, Set.of());
    }

    /** Where this question was answered, in the order of the repetitions. */
    List<AnswerPlace> placesOf(String linkId) {
        return given.keySet().stream().filter(place -> place.linkId().equals(linkId))
                .sorted(Comparator.comparingInt(AnswerPlace::repetition)).toList();
    }
}

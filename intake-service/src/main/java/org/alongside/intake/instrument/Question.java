package org.alongside.intake.instrument;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A question of an instrument.
 *
 * @param linkId    stable name within the instrument
 * @param text      as the person reads it; null when there is none
 * @param repeats   whether a choice takes several answers
 * @param options   codes that a choice may be answered with, and what the person reads; empty for the other types
 * @param rules     what an answer proposes, by code or {@link Boolean}
 * @param shownWhen conditions of the question and of the groups around it: one of each set must be met
 */
public record Question(String linkId, String text, QuestionType type, boolean repeats, Map<String, String> options,
        Map<Object, List<NeedRule>> rules, List<Set<Condition>> shownWhen) {

    boolean isShown(Map<String, Set<Object>> answers) {
        return shownWhen.stream().allMatch(any -> any.stream().anyMatch(condition -> condition.met(answers)));
    }

    List<NeedRule> rulesOf(Object answer) {
        return rules.getOrDefault(answer, List.of());
    }

    /** What this answer proposes, and why. */
    List<NeedReason> reasons(Object answer) {
        return rulesOf(answer).stream()
                .map(rule -> new NeedReason(linkId, text, answer, options.get(String.valueOf(answer)), rule)).toList();
    }
}

package org.alongside.intake.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A question of an instrument.
 *
 * @param linkId         stable name within the instrument
 * @param text           as the person reads it
 * @param repeats        whether it takes several answers
 * @param repeatingGroup whether the group around it is filled in several times
 * @param options        of a choice, by code; empty for the other types
 * @param limits         of numbers and dates
 * @param rules          what an answer proposes, by code or {@link Boolean}
 * @param shownWhen      conditions of the question and of the items around it: each of them must be met
 */
public record Question(String linkId, Wording text, QuestionType type, boolean repeats, boolean repeatingGroup,
        Map<String, Option> options, Limits limits, Map<Object, List<NeedRule>> rules, List<Conditions> shownWhen) {

    Question shownWhen(List<Conditions> conditions) {
        return new Question(linkId, text, type, repeats, repeatingGroup, options, limits, rules, conditions);
    }

    List<NeedRule> rulesOf(Object answer) {
        return rules.getOrDefault(answer, List.of());
    }

    /** Codes that a choice may be answered with. */
    public Set<String> codes() {
        return options.keySet();
    }

    /**
     * What the person read who chose this answer; empty for the types without options.
     *
     * @param language BCP 47 tag; null for that of the instrument
     */
    public Optional<String> words(Object answer, String language) {
        return Optional.ofNullable(options.get(String.valueOf(answer))).map(option -> option.display().in(language));
    }

    /** @param answer of the type of this question */
    public boolean isWithinLimits(Object answer) {
        return limits.allow(answer);
    }

    /** For whoever gave an answer beyond them. */
    public String limitsInWords() {
        return limits.toString();
    }

    /** What this answer counts in a score; null when it does not. */
    BigDecimal ordinal(Object answer) {
        if (type == QuestionType.CHOICE) {
            Option option = options.get(String.valueOf(answer));
            return option == null ? null : option.ordinal();
        }
        return answer instanceof BigDecimal number ? number : null;
    }

    boolean isScorable() {
        boolean counts = switch (type) {
            case CHOICE -> options.values().stream().anyMatch(option -> option.ordinal() != null);
            case INTEGER, DECIMAL -> true;
            default -> false;
        };
        return counts && !repeats && !repeatingGroup;
    }

    /** What this answer proposes, and why. */
    List<NeedReason> reasons(AnswerPlace place, Object answer) {
        Option option = options.get(String.valueOf(answer));
        return rulesOf(answer).stream().map(rule -> new NeedReason(place, null, text, answer,
                option == null ? null : option.display(), rule)).toList();
    }
}

package org.alongside.intake.instrument;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which questions someone with these answers is shown. An answer to a hidden question does not count for any condition. Ends because no
 * question depends on itself ({@link ConditionReader}).
 */
public final class ShownQuestions {

    private final Map<String, Question> questions;
    private final Answers answers;
    private final Map<AnswerPlace, Boolean> known = new HashMap<>();

    ShownQuestions(Map<String, Question> questions, Answers answers) {
        this.questions = questions;
        this.answers = answers;
    }

    /** @param place of a question of this instrument */
    public boolean contain(AnswerPlace place) {
        Boolean shown = known.get(place);
        if (shown == null) {
            shown = questions.get(place.linkId()).shownWhen().stream()
                    .allMatch(conditions -> conditions.met(linkId -> counted(linkId, place.repetition())));
            known.put(place, shown);
        }
        return shown;
    }

    /** Within a repeating group, a condition on a question of the same group means the same repetition. */
    private Set<Object> counted(String linkId, int repetition) {
        AnswerPlace asked = new AnswerPlace(linkId, questions.get(linkId).repeatingGroup() ? repetition : 0);
        return contain(asked) ? answers.at(asked) : Set.of();
    }
}

package org.alongside.intake.instrument;

import java.util.ArrayList;
import java.util.List;

/**
 * The items around a question, and the question itself as far as it has conditions.
 *
 * @param conditional    those with conditions
 * @param answered       {@code linkId} of each question that it is a part of: shown once that one is answered
 * @param groups         {@code linkId} of each group
 * @param repeatingGroup whether one of the groups is filled in several times
 */
record Surroundings(List<Element> conditional, List<String> answered, List<String> groups, boolean repeatingGroup) {

    static final Surroundings NONE = new Surroundings(List.of(), List.of(), List.of(), false);

    Surroundings conditional(Element item) {
        return new Surroundings(and(conditional, item), answered, groups, repeatingGroup);
    }

    Surroundings answered(String linkId) {
        return new Surroundings(conditional, and(answered, linkId), groups, repeatingGroup);
    }

    Surroundings group(String linkId, boolean repeats) {
        return new Surroundings(conditional, answered, and(groups, linkId), repeatingGroup || repeats);
    }

    private static <T> List<T> and(List<T> some, T other) {
        List<T> all = new ArrayList<>(some);
        all.add(other);
        return List.copyOf(all);
    }
}

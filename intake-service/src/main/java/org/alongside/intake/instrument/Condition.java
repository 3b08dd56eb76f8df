package org.alongside.intake.instrument;

import java.util.Map;
import java.util.Set;

/**
 * Met when an earlier question has this answer.
 *
 * @param answer code of an option, or a {@link Boolean}
 */
record Condition(String linkId, Object answer) {

    boolean met(Map<String, Set<Object>> answers) {
        return answers.getOrDefault(linkId, Set.of()).contains(answer);
    }
}

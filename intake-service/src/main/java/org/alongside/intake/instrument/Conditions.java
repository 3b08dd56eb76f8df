package org.alongside.intake.instrument;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The conditions of one item.
 *
 * @param all whether each must be met; otherwise one is enough
 */
record Conditions(boolean all, List<Condition> conditions) {

    static Conditions answered(String linkId) {
        return new Conditions(true, List.of(new Condition(linkId, Operator.EXISTS, true)));
    }

    boolean met(Function<String, Set<Object>> given) {
        return all
                ? conditions.stream().allMatch(condition -> condition.met(given))
                : conditions.stream().anyMatch(condition -> condition.met(given));
    }
}

package org.alongside.kit.figures;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How many there are of something.
 *
 * @param value      absent when it is suppressed
 * @param suppressed it is 1 to 4, or such a number could be computed from it; zero is told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Count(Long value, boolean suppressed) {

    public static Count of(long value) {
        return new Count(value, false);
    }

    public static Count hidden() {
        return new Count(null, true);
    }
}

package org.alongside.kit.code;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An enum whose constants have one name in the API, events and the database: the constant's in kebab case, for example
 * {@code in-progress}. A constant once stored or published keeps its name for ever.
 */
public interface Coded {

    String name();

    @JsonValue
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return {@code null} for {@code null} */
    static String codeOf(Coded value) {
        return value == null ? null : value.code();
    }

    /** The constant of a code from outside; empty for a code that is none. */
    static <C extends Enum<C> & Coded> Optional<C> of(Class<C> type, String code) {
        return Arrays.stream(type.getEnumConstants()).filter(value -> value.code().equals(code)).findFirst();
    }

    /**
     * @param code as stored by this program; {@code null} yields {@code null}
     * @throws IllegalArgumentException when no constant has it
     */
    static <C extends Enum<C> & Coded> C stored(Class<C> type, String code) {
        return code == null
                ? null
                : of(type, code).orElseThrow(
                        () -> new IllegalArgumentException("No " + type.getSimpleName() + " has the code " + code));
    }
}

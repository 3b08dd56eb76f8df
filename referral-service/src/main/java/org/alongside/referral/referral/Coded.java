package org.alongside.referral.referral;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * An enum whose constants have the same name in the API, events and the database: {@code information-only}. One that stands in
 * the API repeats {@link #code} as its JSON value: the OpenAPI generator looks at the enum alone.
 */
public interface Coded {

    String name();

    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return {@code null} for {@code null} */
    static String codeOf(Coded value) {
        return value == null ? null : value.code();
    }

    static <C extends Enum<C> & Coded> Optional<C> of(Class<C> type, String code) {
        return Arrays.stream(type.getEnumConstants()).filter(value -> value.code().equals(code)).findFirst();
    }

    /** The constant of a stored code; {@code null} for {@code null}. */
    static <C extends Enum<C> & Coded> C stored(Class<C> type, String code) {
        return code == null ? null : of(type, code).orElseThrow();
    }
}

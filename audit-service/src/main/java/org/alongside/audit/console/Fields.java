package org.alongside.audit.console;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.alongside.kit.code.Coded;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;

/** Fields of forms, as a browser sends them: one that was left empty says nothing. */
final class Fields {

    private Fields() {}

    static String orNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /**
     * @param rule what the field has to be, for whoever filled it in
     * @return {@code null} when the field is empty
     * @throws Problem {@code invalid-input} naming the field when it cannot be read
     */
    static <T> T read(String field, String text, Function<String, T> reading, String rule) {
        String given = orNull(text);
        try {
            return given == null ? null : reading.apply(given);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw Problem.invalid(new Violation("/" + field, "pattern", rule));
        }
    }

    /**
     * @return {@code null} when the field is empty
     * @throws Problem {@code unknown-code} naming the field when the enum has no such constant
     */
    static <C extends Enum<C> & Coded> C code(String field, String text, Class<C> type) {
        String given = orNull(text);
        return given == null
                ? null
                : Coded.of(type, given).orElseThrow(() -> Problem.unknownCode("/" + field, codes(type)));
    }

    static <C extends Enum<C> & Coded> List<String> codes(Class<C> type) {
        return Arrays.stream(type.getEnumConstants()).map(Coded::code).toList();
    }

    /** @throws Problem {@code invalid-input} naming the field when there is no value */
    static <T> T required(String field, T value) {
        if (value == null) {
            throw Problem.invalid(new Violation("/" + field, "required", "is needed"));
        }
        return value;
    }
}

package org.alongside.intake.instrument;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** How soon a need wants an answer, from the least to the most urgent. */
public enum Urgency {
    /** In the course of the work. */
    ROUTINE,
    /** Within two weeks. */
    SOON,
    /** Within three days. */
    URGENT,
    /** Today. */
    IMMEDIATE;

    /** The name in instruments, the API, events and the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Urgency> of(String code) {
        return Arrays.stream(values()).filter(urgency -> urgency.code().equals(code)).findFirst();
    }

    Urgency or(Urgency other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

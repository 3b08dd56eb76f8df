package org.alongside.intake.assessment.api;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whose answers they are. */
public enum AnsweredBy {
    /** The person, also when a worker wrote them down. */
    CLIENT,
    /** Someone who speaks for the person. */
    PROXY,
    /** The worker, from what is known. */
    WORKER;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant of a stored code. */
    public static AnsweredBy of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

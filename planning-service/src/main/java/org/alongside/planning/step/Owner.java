package org.alongside.planning.step;

import java.util.Arrays;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who does a step. */
public enum Owner {
    CLIENT, WORKER, AGENCY;

    /** The name in the API, events and the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Owner of(String code) {
        return Arrays.stream(values()).filter(owner -> owner.code().equals(code)).findFirst().orElseThrow();
    }
}

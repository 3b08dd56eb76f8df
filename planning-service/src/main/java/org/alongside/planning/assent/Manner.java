package org.alongside.planning.assent;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** How somebody assented. */
public enum Manner {
    WRITTEN, ELECTRONIC, VERBAL;

    /** The name in the API and the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.alongside.intake.client;

import java.util.function.UnaryOperator;

import org.alongside.kit.sealing.BlindIndex;

/** What clients can be found by. Each is stored as a blind token only: equal values of one home agency have equal tokens. */
enum ClientToken {
    FAMILY_NAME("family-name", BlindIndex::normalise), GIVEN_NAMES("given-names", BlindIndex::normalise),
    DATE_OF_BIRTH("date-of-birth", UnaryOperator.identity()),
    CONTACT_POINT("contact-point", BlindIndex::normaliseContact);

    private final String kind;
    private final UnaryOperator<String> normaliser;

    ClientToken(String kind, UnaryOperator<String> normaliser) {
        this.kind = kind;
        this.normaliser = normaliser;
    }

    /** Stored with the token and part of its key; never renamed, or nobody is found any more. */
    String kind() {
        return kind;
    }

    String normalise(String value) {
        return normaliser.apply(value);
    }
}

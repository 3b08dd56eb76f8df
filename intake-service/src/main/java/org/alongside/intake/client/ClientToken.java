package org.alongside.intake.client;

import java.util.function.UnaryOperator;

import org.alongside.kit.access.Part;
import org.alongside.kit.sealing.BlindIndex;

/** What clients can be found by. Each is stored as a blind token only: equal values of one home agency have equal tokens. */
enum ClientToken {
    FAMILY_NAME("family-name", Part.IDENTITY, BlindIndex::normalise),
    GIVEN_NAMES("given-names", Part.IDENTITY, BlindIndex::normalise),
    DATE_OF_BIRTH("date-of-birth", Part.IDENTITY, UnaryOperator.identity()),
    CONTACT_POINT("contact-point", Part.CONTACT, BlindIndex::normaliseContact);

    private final String kind;
    private final Part part;
    private final UnaryOperator<String> normaliser;

    ClientToken(String kind, Part part, UnaryOperator<String> normaliser) {
        this.kind = kind;
        this.part = part;
        this.normaliser = normaliser;
    }

    /** Stored with the token and part of its key; never renamed, or nobody is found any more. */
    String kind() {
        return kind;
    }

    /** What it is made of: only who may see this finds by it. Migration search_by_part says the same. */
    Part part() {
        return part;
    }

    String normalise(String value) {
        return normaliser.apply(value);
    }
}

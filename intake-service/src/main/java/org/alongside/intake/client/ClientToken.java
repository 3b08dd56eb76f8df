package org.alongside.intake.client;

/** What clients can be found by. Each is stored as a blind token only: equal values of one home agency have equal tokens. */
enum ClientToken {
    FAMILY_NAME("family-name"), GIVEN_NAMES("given-names"), DATE_OF_BIRTH("date-of-birth"), CONTACT_POINT("contact-point");

    private final String kind;

    ClientToken(String kind) {
        this.kind = kind;
    }

    /** Stored with the token and part of its key; never renamed, or nobody is found any more. */
    String kind() {
        return kind;
    }
}

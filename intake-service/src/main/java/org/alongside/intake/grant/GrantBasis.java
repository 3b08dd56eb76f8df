package org.alongside.intake.grant;

/** What a grant rests on. */
enum GrantBasis {
    CONSENT("consent"), REFERRAL("referral");

    private final String code;

    GrantBasis(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}

package org.alongside.referral.referral;

import com.fasterxml.jackson.annotation.JsonValue;

/** How soon the need wants an answer; the codes of an assessed need. */
public enum Urgency implements Coded {
    /** In the course of the work. */
    ROUTINE,
    /** Within two weeks. */
    SOON,
    /** Within three days. */
    URGENT,
    /** Today. */
    IMMEDIATE;

    @Override
    @JsonValue
    public String code() {
        return Coded.super.code();
    }
}

package org.alongside.referral.referral;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the recipient did for the client. */
public enum ProviderResult implements Coded {
    SERVICE_GIVEN, PARTLY, INFORMATION_ONLY, NONE;

    @Override
    @JsonValue
    public String code() {
        return Coded.super.code();
    }
}

package org.alongside.referral.referral;

/** What the recipient did for the client. */
public enum ProviderResult implements Coded {
    SERVICE_GIVEN, PARTLY, INFORMATION_ONLY, NONE
}

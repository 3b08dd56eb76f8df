package org.alongside.referral.referral;

import org.alongside.kit.code.Coded;

/** What the recipient did for the client. */
public enum ProviderResult implements Coded {
    SERVICE_GIVEN, PARTLY, INFORMATION_ONLY, NONE;
}

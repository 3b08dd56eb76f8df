package org.alongside.intake.consent.api;

import org.alongside.kit.code.Coded;

/** Who consents. */
public enum GivenBy implements Coded {
    CLIENT, PROXY
}

package org.alongside.intake.contact.api;

import org.alongside.kit.code.Coded;

/** What a client is reached by. */
public enum Means implements Coded {
    PHONE, EMAIL, ADDRESS
}

package org.alongside.audit.disclosureaccount.api;

import java.util.Locale;

import org.alongside.kit.code.Coded;

/** Languages that an account is written in; the code is that of BCP 47. */
public enum Language implements Coded {
    EN, ES;

    public Locale locale() {
        return Locale.forLanguageTag(code());
    }
}

package org.alongside.intake.contact.api;

import org.alongside.kit.code.Coded;

/** Why a way to reach the client is not given. Of several reasons the first that holds, in this order. */
public enum WithheldBecause implements Coded {
    /** Nobody contacts this client; the client comes by. */
    DO_NOT_CONTACT,
    /** An address that no other agency may know. */
    CONFIDENTIAL,
    /** It cannot be used in this manner: nobody calls an address. */
    OTHER_MANNER,
    /** The client has not said that it is safe in this manner. */
    NOT_SAFE,
    /** When it is safe is told in words only, which a person has to read. */
    HOURS_IN_WORDS,
    /** It is safe at other hours. */
    OUTSIDE_HOURS
}

package org.alongside.intake.restriction.api;

import org.alongside.kit.code.Coded;

/** Why a client's record is hidden from colleagues. */
public enum RestrictionReason implements Coded {
    /** The client is helped as the victim of a crime or of abuse. */
    VICTIM_SERVICES,
    /** The client works at the agency, or is close to somebody who does. */
    STAFF_MEMBER,
    /** The client is known to the public. */
    PUBLIC_FIGURE,
    /** Somebody who may have a way to the agency's records threatens the client. */
    THREAT,
    /** The client asked for it. */
    CLIENTS_WISH
}

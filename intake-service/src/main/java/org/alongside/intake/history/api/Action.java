package org.alongside.intake.history.api;

import org.alongside.kit.code.Coded;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a version of a client's record came about. */
@Schema(name = "VersionAction")
public enum Action implements Coded {
    REGISTERED, CHANGED,
    /** It is what the record was when versions began to be kept; who made it is in the access log alone. */
    CARRIED_OVER
}

package org.alongside.intake.contact.api;

import org.alongside.kit.code.Coded;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How somebody wants to reach a client. */
@Schema(name = "ContactManner")
public enum Manner implements Coded {
    CALL, TEXT,
    /** Leave a message that others may hear. */
    MESSAGE,
    /** An e-mail or a letter. */
    WRITE
}

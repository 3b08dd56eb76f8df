package org.alongside.intake.consent.api;

import org.alongside.kit.code.Coded;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a consent is given. */
@Schema(name = "ConsentManner")
public enum Manner implements Coded {
    WRITTEN, ELECTRONIC, VERBAL_WITH_WITNESS
}

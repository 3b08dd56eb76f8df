package org.alongside.referral.hsds;

import java.util.UUID;

/** How the history of entries (HSDS {@code metadata}) names who made a change: an agency or a source, never a person. */
public final class Provenance {

    /** Under this name the suite keeps the rows that it makes itself; no import may use it. */
    public static final String SOURCE = "alongside";

    private Provenance() {}

    /** @param agency null for a caller without one */
    public static String of(UUID agency) {
        return agency == null ? SOURCE : "agency:" + agency;
    }

    /** @param source name of an import */
    public static String ofImport(String source) {
        return "import:" + source;
    }
}

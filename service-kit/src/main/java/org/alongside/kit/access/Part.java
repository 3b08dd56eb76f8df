package org.alongside.kit.access;

import org.alongside.kit.code.Coded;

/**
 * A part of a client's data. Policies declare parts, consents and grants name them, views say which they carry and access
 * events which were seen.
 */
public enum Part implements Coded {
    IDENTITY(true), CONTACT(true), HOUSEHOLD(true), ASSESSMENT(true), PLAN(true), NOTES(true),
    /** That and how the client consented, and who holds grants because of it. */
    CONSENT(false),
    /** The referral itself: service, need category, status, outcome. */
    REFERRAL(true),
    /** Entries of the access log. */
    ACCESS_LOG(false);

    private final boolean shareable;

    Part(boolean shareable) {
        this.shareable = shareable;
    }

    /** Whether a consent may name it; the other parts never leave the home agency. */
    public boolean shareable() {
        return shareable;
    }
}

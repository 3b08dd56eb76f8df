package org.alongside.referral.change;

import java.util.Locale;

/** What may have happened to a referral, as far as an agency is told. Written as Standard Webhooks 1.0 asks of event types: {@code referral.moved}. */
public enum ChangeType {
    /** The recipient sees it from now on. */
    SHARED,
    /** The agency sees it no longer, or the client was erased: what it holds of it goes. */
    WITHDRAWN,
    /** It was sent. */
    REQUESTED,
    /** It has another status. */
    MOVED,
    /** Something else of it changed. */
    CHANGED,
    /** The client's view of what came of it was recorded. */
    CLIENT_VIEW_RECORDED,
    /** The recipient was reminded of its answer. */
    REMINDED,
    /** It goes on under another consent. */
    CONSENT_RENEWED,
    /** One side wrote to the other. */
    MESSAGE_SENT;

    private final String type = "referral." + name().toLowerCase(Locale.ROOT);

    public String type() {
        return type;
    }
}

package org.alongside.intake.consent;

import org.alongside.kit.code.Coded;

/** Why a referral that was sent got no grant. */
enum RefusedBecause implements Coded {
    /** Revoked, over, or never given. */
    CONSENT_NOT_ACTIVE,
    /** It is no consent of the client whom the referral is about. */
    CONSENT_OF_ANOTHER_CLIENT, RECIPIENT_NOT_NAMED, CATEGORY_NOT_NAMED,
    /** The client is restricted, and a grant to the whole agency would open nothing. */
    WORKERS_NOT_NAMED,
    /** Without the part {@code referral} the recipient would not even see that there is one. */
    REFERRAL_NOT_NAMED
}

package org.alongside.referral.referral;

import org.alongside.kit.code.Coded;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who asked for a referral, as the requester of a FHIR ServiceRequest. */
@Schema(name = "ReferralRequester")
public enum Requester implements Coded {
    /** A worker, together with the client. */
    WORKER,
    /** The client alone, in the system of a partner: self-referral. Nobody at the sender has talked it through with them. */
    CLIENT
}

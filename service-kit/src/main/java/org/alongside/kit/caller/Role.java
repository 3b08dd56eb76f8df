package org.alongside.kit.caller;

import org.alongside.kit.code.Coded;

/** What a caller may be, as a realm role of Keycloak. A role says what work someone does, never which clients it is for. */
public enum Role implements Coded {
    INTAKE_WORKER, CASE_WORKER, REFERRAL_COORDINATOR, RECEIVING_WORKER, SUPERVISOR, AGENCY_ADMIN,
    /** Reads accesses by the own agency's workers and to its clients. */
    PRIVACY_OFFICER,
    /** Reads all logs, no personal data. */
    AUDITOR,
    /** Runs the suite; no client data. */
    SYSTEM_ADMIN,
    /** Service account of an agency. */
    PARTNER_SYSTEM,
    /** The person helped: own record only. */
    CLIENT;
}

package org.alongside.kit.caller;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller may be, as a realm role of Keycloak. A role says what work someone does, never which clients it is for. */
public enum Role {
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

    /** The name in tokens and documents, for example {@code intake-worker}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Roles of other applications in the same realm are none of ours and yield nothing. */
    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}

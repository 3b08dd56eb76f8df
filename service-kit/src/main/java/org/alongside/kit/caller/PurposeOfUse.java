package org.alongside.kit.caller;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why data is used: a closed list, so that accesses can be compared. Codes are those of the HL7 v3 value set
 * PurposeOfUse (code system v3-ActReason).
 */
public enum PurposeOfUse {
    /** Helping the client directly. */
    TREAT,
    /** Coordinating help between agencies. */
    COC,
    /** Emergency access. */
    ETREAT,
    /** Running the agency: supervision, caseload, quality. */
    HOPERAT,
    /** Checking that rules were kept: audit, complaint, review. */
    HCOMPL,
    /** The client asked for it. */
    PATRQT;

    public static Optional<PurposeOfUse> of(String code) {
        return Arrays.stream(values()).filter(purpose -> purpose.name().equals(code)).findFirst();
    }
}

package org.alongside.intake.consent.api;

import org.alongside.kit.code.Coded;

/**
 * What a proxy is to the client.
 *
 * @see <a href="https://terminology.hl7.org/CodeSystem-v3-RoleCode.html">HL7 v3 RoleCode</a>
 */
public enum ProxyRelation implements Coded {
    PARENT("PRN"), GUARDIAN("GUARD"), POWER_OF_ATTORNEY("POWATT"), COURT_APPOINTED(null),
    /** Told by its authority alone. */
    OTHER(null);

    private final String roleCode;

    ProxyRelation(String roleCode) {
        this.roleCode = roleCode;
    }

    /** @return {@code null} when the code system has none for it */
    public String roleCode() {
        return roleCode;
    }
}

package org.alongside.kit.access;

/** What was done, with the codes of FHIR R4 {@code AuditEvent.action}. */
public enum Action {
    CREATE("C"), READ("R"), UPDATE("U"), EXECUTE("E");

    private final String code;

    Action(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}

package org.alongside.audit.alert.rule;

import org.alongside.kit.code.Coded;

/** The rules by name; each is explained where it is made. */
public enum RuleCode implements Coded {
    /** {@link NoConnection}. */
    NO_CONNECTION(Severity.HIGH),
    /** {@link ConflictOfInterest}. */
    CONFLICT_OF_INTEREST(Severity.HIGH),
    /** {@link SameHousehold}. */
    SAME_HOUSEHOLD(Severity.HIGH),
    /** {@link ManyClients}. */
    MANY_CLIENTS(Severity.MEDIUM),
    /** {@link RefusalBurst}. */
    REFUSAL_BURST(Severity.MEDIUM),
    /** {@link AccessAfterClosure}. */
    ACCESS_AFTER_CLOSURE(Severity.MEDIUM),
    /** {@link EmergencyAccess}. */
    EMERGENCY_ACCESS(Severity.MEDIUM),
    /** An alert of {@link #EMERGENCY_ACCESS} that nobody has reviewed in 72 hours. */
    UNREVIEWED_EMERGENCY(Severity.HIGH);

    private final Severity severity;

    RuleCode(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }
}

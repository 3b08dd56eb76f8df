package org.alongside.referral.referral;

import java.util.Set;

import org.alongside.kit.caller.Role;
import org.alongside.kit.code.Coded;

/** Who sets a status. */
public enum Side implements Coded {
    /** Workers of the agency that refers, and its systems, where clients refer themselves. */
    SENDER(Set.of(Role.REFERRAL_COORDINATOR, Role.CASE_WORKER, Role.PARTNER_SYSTEM)),
    /** Workers and systems of the agency that is referred to. */
    RECEIVER(Set.of(Role.RECEIVING_WORKER, Role.PARTNER_SYSTEM)),
    /** The client's home agency, where an intermediary forwarded the referral: sees all and moves nothing. */
    HOME(Set.of()),
    /** The service itself, when a time has passed. */
    CLOCK(Set.of()),
    /** The service itself, when something else has happened. */
    SYSTEM(Set.of());

    private final Set<Role> roles;

    Side(Set<Role> roles) {
        this.roles = roles;
    }

    /** Any one of them is enough. */
    public Set<Role> roles() {
        return roles;
    }
}

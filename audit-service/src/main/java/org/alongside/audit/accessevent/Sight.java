package org.alongside.audit.accessevent;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.caller.Caller;
import org.alongside.kit.caller.Role;

/** How far the current caller sees into the log. */
@ApplicationScoped
class Sight {

    private final AccessContext context;

    Sight(AccessContext context) {
        this.context = context;
    }

    /** The agency to whose workers and clients the caller is bound; {@code null} for an auditor, who is bound to none. */
    UUID agency() {
        Caller caller = context.caller();
        return caller.roles().contains(Role.AUDITOR) ? null : caller.agency();
    }
}

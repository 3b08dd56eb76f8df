package org.alongside.audit.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.caller.Role;

/** Who looks at the console, as far as pages differ by it. */
@Named("viewer")
@RequestScoped
public class Viewer {

    private final AccessContext context;

    Viewer(AccessContext context) {
        this.context = context;
    }

    /** Whether the page belongs to someone who is logged in. */
    public boolean isKnown() {
        return context.caller() != null;
    }

    /** Whether this handle is their own. */
    public boolean isSelf(String actor) {
        return isKnown() && context.caller().subject().equals(actor);
    }

    public boolean isAuditor() {
        return isKnown() && context.caller().roles().contains(Role.AUDITOR);
    }

    public boolean isPrivacyOfficer() {
        return isKnown() && context.caller().roles().contains(Role.PRIVACY_OFFICER);
    }
}

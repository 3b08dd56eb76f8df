package org.alongside.referral.directorychange;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.caller.Caller;
import org.alongside.kit.caller.Role;

/**
 * Which changes a list holds.
 *
 * @param own    those that the agency proposed; otherwise those that it decides
 * @param agency null stands for a caller without one among those that proposed, for the administrator of the suite among those
 *               that decide
 * @param status null for any
 */
record ChangeList(boolean own, UUID agency, DirectoryChangeStatus status) {

    /** Empty for a caller who decides nothing. */
    static Optional<ChangeList> of(Caller caller, boolean own, DirectoryChangeStatus status) {
        if (own || caller.agency() != null && caller.hasAny(Set.of(Role.AGENCY_ADMIN))) {
            return Optional.of(new ChangeList(own, caller.agency(), status));
        }
        return caller.hasAny(Set.of(Role.SYSTEM_ADMIN))
                ? Optional.of(new ChangeList(false, null, status))
                : Optional.empty();
    }
}

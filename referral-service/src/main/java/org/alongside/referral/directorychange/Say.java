package org.alongside.referral.directorychange;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.alongside.kit.caller.Caller;
import org.alongside.kit.caller.Role;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.referral.hsds.HsdsEntity;

/**
 * What a caller has to say about an entry: an administrator of the agency that owns it decides; of what no agency on the suite owns,
 * the administrator of the suite does.
 *
 * @param decides its changes are approved or declined by the caller, and those that the caller wants are made at once
 * @param sees    all of it; others see nothing of an entry at a confidential place
 */
record Say(Caller caller, boolean decides, boolean sees) {

    /** What the public directory shows of a confidential place are these, by their names alone. */
    private static final Set<HsdsEntity> KNOWN_BY_NAME = Set.of(HsdsEntity.LOCATION, HsdsEntity.SERVICE_AT_LOCATION);

    static Say of(Caller caller, Entry entry) {
        boolean administers = caller.hasAny(Set.of(Role.SYSTEM_ADMIN));
        boolean decides = entry.owner() == null
                ? administers
                : entry.owner().equals(caller.agency()) && caller.hasAny(Set.of(Role.AGENCY_ADMIN));
        return new Say(caller, decides, decides || administers || !entry.hidden());
    }

    /** @throws Problem as if there were none, where the public directory does not show it either */
    void requireVisible(Entry entry) {
        if (!sees) {
            throw KNOWN_BY_NAME.contains(entry.entity())
                    ? Problem.of(ProblemType.NOT_PERMITTED, "Only its owner changes a confidential place.")
                    : Problem.notFound();
        }
    }

    /** @throws Problem {@code not-found} for those who neither proposed nor decide it */
    void requirePartIn(DirectoryChange change) {
        if (!decides && !proposed(change)) {
            throw Problem.notFound();
        }
    }

    /** @throws Problem {@code not-permitted} */
    void require(boolean theirs) {
        if (!theirs) {
            throw Problem.of(ProblemType.NOT_PERMITTED,
                    "The owner of the entry approves and declines; the agency that proposed withdraws.");
        }
    }

    /** @throws Problem {@code not-permitted} */
    void requireDecides() {
        require(decides);
    }

    boolean proposed(DirectoryChange change) {
        return Objects.equals(change.proposedBy(), caller.agency());
    }

    List<String> allowedActions(DirectoryChange change) {
        List<String> actions = new ArrayList<>();
        if (decides && !change.status().isFinal()) {
            actions.addAll(List.of("approve", "decline"));
        }
        if (proposed(change) && !change.status().isFinal()) {
            actions.add("withdraw");
        }
        return actions;
    }
}

package org.alongside.referral.directorychange;

import java.util.EnumSet;
import java.util.Set;

import org.alongside.kit.state.State;

/** Life of a change of the directory. */
public enum DirectoryChangeStatus implements State<DirectoryChangeStatus> {

    /** The owner of the entry has it in its queue. */
    PROPOSED,
    /** It is in the directory. */
    APPROVED,
    /** The owner said no, and why. */
    DECLINED,
    /** The agency that proposed it took it back. */
    WITHDRAWN;

    @Override
    public Set<DirectoryChangeStatus> next() {
        return this == PROPOSED
                ? EnumSet.of(APPROVED, DECLINED, WITHDRAWN)
                : EnumSet.noneOf(DirectoryChangeStatus.class);
    }
}

package org.alongside.kit.access;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A stored thing that belongs to one client. What the access decision and the access event need to know of it. */
public interface ClientRecord extends StoredRecord {

    UUID clientId();

    /** Agency where the client was taken in. */
    UUID homeAgency();

    /**
     * Ids of the bases of which a grant must have one to open this record; empty when any grant for the client will do. A
     * referral returns its own id: a recipient's other grants for the same client do not open it.
     */
    default Set<UUID> grantBases() {
        return Set.of();
    }

    /**
     * The parts by which a grant may open this record, and the most that it shows then. What else the record carries stays with
     * the home agency.
     */
    default Set<Part> partsByGrant() {
        return EnumSet.allOf(Part.class);
    }

    /**
     * Whether a restriction of the client hides the record from whom it does not name. Only what says that there is a restriction may answer
     * no, and then decides by itself who sees that.
     */
    default boolean isHiddenWhenRestricted() {
        return true;
    }

    /** The need category that the record is about: only a grant that names it opens the record. Empty for what is about no one need. */
    default Optional<String> needCategory() {
        return Optional.empty();
    }

    /**
     * Whether it can still be opened when the client was erased. Only for what says something about the handling of the client's data and
     * nothing about the client: everything else has to be as if it had never been.
     */
    default boolean remainsAfterErasure() {
        return false;
    }
}

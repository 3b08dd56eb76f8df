package org.alongside.kit.access;

import java.util.UUID;

/**
 * A stored thing that comes from one client's record and says nothing of whom: neither the client's id nor anything by which the
 * client could be found. What agencies see of it does not rest on a grant.
 */
public interface NamelessRecord extends StoredRecord {

    /** Whether an agency may see it. */
    boolean isOpenTo(UUID agency);

    /** What the access rests on, as in {@link Disclosure#basis()}; the record's own id goes with it. */
    String basis();
}

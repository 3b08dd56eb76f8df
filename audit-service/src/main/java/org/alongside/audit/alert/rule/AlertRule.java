package org.alongside.audit.alert.rule;

import java.util.Optional;

import org.alongside.audit.work.Access;

/**
 * A rule about accesses. It looks at one access and at what is known, keeps nothing itself, and is wrong sometimes: an alert asks a
 * person to look, it accuses nobody.
 */
public interface AlertRule {

    /** @param facts as they were when the access was made, the access itself included */
    Optional<Finding> judge(Access access, Facts facts);
}

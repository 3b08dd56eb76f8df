package org.alongside.referral.directorychange;

import java.util.Map;
import java.util.UUID;

import org.alongside.referral.hsds.HsdsEntity;

/**
 * One row of the directory as it stands.
 *
 * @param organizationId what it belongs to, through whatever it hangs on; null for what belongs to none, a taxonomy for instance
 * @param owner          the agency on this suite that this organization is; null when it is none
 * @param hidden         it is a confidential place or lies at one
 * @param values         by column, as text; columns without a value are absent
 */
record Entry(HsdsEntity entity, UUID id, UUID organizationId, UUID owner, boolean hidden, Map<String, String> values) {

    /** Whether its source no longer tells it. */
    boolean isVanished() {
        return values.containsKey("x_vanished_at");
    }
}

package org.alongside.referral.directory.api;

import java.util.Set;
import java.util.UUID;

/**
 * Fired as a CDI event, in the transaction of the change, when what matching reads of services has changed: the services themselves,
 * their organization, places, areas, languages or attributes.
 *
 * @param source   all services that an import told under this name; null for none
 * @param services and these
 */
public record ServicesChanged(String source, Set<UUID> services) {

    /** @param others services of other sources that it reached */
    public static ServicesChanged ofSource(String source, Set<UUID> others) {
        return new ServicesChanged(source, others);
    }

    public static ServicesChanged of(Set<UUID> services) {
        return new ServicesChanged(null, services);
    }
}

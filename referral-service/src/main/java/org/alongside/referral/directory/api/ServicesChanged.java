package org.alongside.referral.directory.api;

import java.util.Set;
import java.util.UUID;

/**
 * Fired as a CDI event, in the transaction of the change, when what matching reads of services has changed: the services
 * themselves, their organization, places, areas, languages or attributes.
 */
public record ServicesChanged(Set<UUID> services) {}

package org.alongside.referral.directory.api;

/**
 * Fired as a CDI event, in the transaction of the change, when an import has changed what matching reads of services: the services
 * themselves, their organization, places, areas, languages or attributes.
 *
 * @param source the name under which the import told them
 */
public record ServicesChanged(String source) {}

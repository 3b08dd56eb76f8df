package org.alongside.intake.client;

/**
 * A client was taken in, in the present transaction, and nobody has been told yet.
 *
 * @param restricted whether only the caller is to see the client
 */
public record ClientRegistered(Client client, boolean restricted) {}

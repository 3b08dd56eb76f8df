package org.alongside.intake.client;

import org.alongside.intake.client.api.ClientDetails;

/** What is recorded of a client was written, first or anew; told within the same transaction. */
public record ClientDescribed(Client client, ClientDetails details) {}

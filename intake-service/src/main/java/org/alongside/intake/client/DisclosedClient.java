package org.alongside.intake.client;

import java.util.Set;

import org.alongside.intake.client.api.ClientDetails;
import org.alongside.kit.access.Part;

/**
 * A client as far as the caller may see it; the access is captured.
 *
 * @param parts that were seen
 */
public record DisclosedClient(Client client, ClientDetails details, Set<Part> parts) {}

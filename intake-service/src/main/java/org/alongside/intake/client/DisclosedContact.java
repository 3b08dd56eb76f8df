package org.alongside.intake.client;

import org.alongside.intake.client.api.Contact;
import org.alongside.kit.access.Disclosure;

/**
 * All that is recorded of how to reach a client; the holder narrows it to what the caller may use.
 *
 * @param toHomeAgency whether the caller is of the agency where the client was taken in; only to these goes a confidential address
 */
public record DisclosedContact(Contact contact, boolean toHomeAgency, Disclosure disclosure) {}

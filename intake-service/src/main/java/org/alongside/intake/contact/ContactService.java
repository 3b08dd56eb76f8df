package org.alongside.intake.contact;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.intake.client.ClientService;
import org.alongside.intake.client.DisclosedContact;
import org.alongside.intake.client.api.Contact;
import org.alongside.intake.contact.api.ContactNow;
import org.alongside.intake.contact.api.Manner;
import org.alongside.kit.problem.Problem;

/** Tells how a client can be reached without harm at this moment. */
@ApplicationScoped
@Transactional
public class ContactService {

    private final ClientService clients;
    private final Clock clock;

    ContactService(ClientService clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    /** @throws Problem {@code not-found} when the caller may not see the client, or not how to reach them */
    public ContactNow now(UUID clientId, Manner manner) {
        DisclosedContact disclosed = clients.contact(clientId);
        Contact contact = disclosed.contact();
        Instant now = clock.instant();
        SafeContact safe = new SafeContact(contact, manner, now, disclosed.toHomeAgency());
        return new ContactNow(clientId, manner, now, Boolean.TRUE.equals(contact.doNotContact()),
                contact.languages() == null ? List.of() : contact.languages(),
                Boolean.TRUE.equals(contact.interpreterNeeded()), contact.interpreter(), safe.points(),
                safe.withheld(), disclosed.disclosure().parts());
    }
}

package org.alongside.intake.client;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.intake.client.api.ClientDetails;
import org.alongside.intake.client.api.ClientName;
import org.alongside.intake.client.api.ClientSummary;
import org.alongside.intake.client.api.ClientView;
import org.alongside.intake.client.api.Contact;
import org.alongside.intake.client.api.Identity;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.merge.MergedClients;
import org.alongside.kit.sealing.SealedJson;

/** Between the sealed row and the records at the edge. Opens only what the disclosure names. */
@ApplicationScoped
class ClientMapper {

    /** Basis of whoever needs no grant. */
    private static final String HOME_AGENCY = "home-agency";

    private final SealedJson sealed;
    private final MergedClients merged;

    ClientMapper(SealedJson sealed, MergedClients merged) {
        this.sealed = sealed;
        this.merged = merged;
    }

    byte[] sealIdentity(Client client, ClientDetails details) {
        return sealed.seal(client.clientId(), Client.IDENTITY, details.identity());
    }

    byte[] sealContact(Client client, ClientDetails details) {
        return details.contact() == null ? null : sealed.seal(client.clientId(), Client.CONTACT, details.contact());
    }

    ClientDetails details(Client client, Disclosure disclosure) {
        return new ClientDetails(identity(client, disclosure), contact(client, disclosure));
    }

    ClientView view(Client client, Disclosure disclosure) {
        boolean own = isToHomeAgency(disclosure);
        return new ClientView(client.clientId(), client.homeAgency(), identity(client, disclosure),
                contact(client, disclosure), own ? merged.survivorOf(client.clientId()).orElse(null) : null,
                own ? merged.mergedInto(client.clientId()) : List.of(), disclosure.parts(), client.recordVersion());
    }

    ClientSummary summary(Client client, Disclosure disclosure) {
        Identity identity = identity(client, disclosure);
        return new ClientSummary(client.clientId(), client.homeAgency(), identity.familyName(), identity.givenNames(),
                identity.nameToUse(), identity.dateOfBirth(), disclosure.parts());
    }

    ClientName name(Client client, Disclosure disclosure) {
        Identity identity = identity(client, disclosure);
        return new ClientName(client.clientId(), identity.callName(), disclosure.parts());
    }

    private Identity identity(Client client, Disclosure disclosure) {
        return sealed.open(disclosure, Part.IDENTITY, Client.IDENTITY, client.identity(), Identity.class);
    }

    /** As recorded; {@code null} when nothing is, or the disclosure lacks the part. */
    Contact recordedContact(Client client, Disclosure disclosure) {
        return sealed.open(disclosure, Part.CONTACT, Client.CONTACT, client.contact(), Contact.class);
    }

    private Contact contact(Client client, Disclosure disclosure) {
        Contact recorded = recordedContact(client, disclosure);
        return recorded == null || isToHomeAgency(disclosure) ? recorded : recorded.forOtherAgencies();
    }

    /** Whether what is shown stays within the agency where the client was taken in. */
    static boolean isToHomeAgency(Disclosure disclosure) {
        return HOME_AGENCY.equals(disclosure.basis());
    }
}

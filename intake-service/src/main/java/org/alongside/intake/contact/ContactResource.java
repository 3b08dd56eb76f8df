package org.alongside.intake.contact;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.alongside.intake.contact.api.ContactFor;
import org.alongside.intake.contact.api.ContactNow;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Part;
import org.alongside.kit.access.Relation;
import org.alongside.kit.caller.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Reaching a client without harm. */
@Path("/v1/clients/{clientId}/contact-now")
public class ContactResource {

    private final ContactService contacts;

    ContactResource(ContactService contacts) {
        this.contacts = contacts;
    }

    /** POST, because no cache may keep the answer. */
    @POST
    @Operation(summary = "Ask how to reach a client safely at this moment")
    @AccessPolicy(operation = "contact.for-now", roles = {Role.INTAKE_WORKER, Role.CASE_WORKER,
            Role.REFERRAL_COORDINATOR, Role.RECEIVING_WORKER, Role.SUPERVISOR,
            Role.PARTNER_SYSTEM}, parts = Part.CONTACT, relations = {Relation.HOME_AGENCY, Relation.GRANT})
    public ContactNow now(@RestPath UUID clientId, @NotNull @Valid ContactFor body) {
        return contacts.now(clientId, body.manner());
    }
}

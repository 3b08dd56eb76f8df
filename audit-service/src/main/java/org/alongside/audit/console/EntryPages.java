package org.alongside.audit.console;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.alongside.audit.accessevent.AccessEventService;
import org.alongside.audit.accessevent.api.AccessEventView;
import org.alongside.audit.proof.ProofService;
import org.alongside.audit.proof.api.EntryProof;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Part;
import org.alongside.kit.access.Relation;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.alongside.kit.print.HtmlPage;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One entry, and what its page needs to check it in the browser. */
@Path("/console/entries/{index}")
public class EntryPages {

    private final AccessEventService events;
    private final ProofService proofs;

    EntryPages(AccessEventService events, ProofService proofs) {
        this.events = events;
        this.proofs = proofs;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    @AccessPolicy(operation = "log-entry.read", roles = {Role.AUDITOR,
            Role.PRIVACY_OFFICER}, parts = Part.ACCESS_LOG, relations = {Relation.HOME_AGENCY,
                    Relation.OVERSIGHT}, purpose = PurposeOfUse.HCOMPL)
    public HtmlPage entry(long index) {
        AccessEventView event = events.read(index);
        return ConsolePages.of(Templates.entry(event), event);
    }

    /** As the API has it, for the session of the browser. */
    @GET
    @Path("proof")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    @AccessPolicy(operation = "log-entry.prove", roles = {Role.AUDITOR,
            Role.PRIVACY_OFFICER}, parts = Part.ACCESS_LOG, relations = {Relation.HOME_AGENCY,
                    Relation.OVERSIGHT}, purpose = PurposeOfUse.HCOMPL)
    public EntryProof proof(long index) {
        return proofs.proof(index);
    }
}

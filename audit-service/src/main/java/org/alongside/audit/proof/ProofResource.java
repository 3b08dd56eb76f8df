package org.alongside.audit.proof;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.alongside.audit.proof.api.EntryProof;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Part;
import org.alongside.kit.access.Relation;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Entries of the access log with their proofs. */
@Path("/v1/log-entries")
public class ProofResource {

    private final ProofService proofs;

    ProofResource(ProofService proofs) {
        this.proofs = proofs;
    }

    /** As JSON with the bytes of the entry, or as text the {@code .tlog-proof} of it without them. */
    @GET
    @Path("{index}/proof")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Operation(summary = "Read an entry of the access log with its proof")
    @AccessPolicy(operation = "log-entry.prove", roles = {Role.AUDITOR,
            Role.PRIVACY_OFFICER}, parts = Part.ACCESS_LOG, relations = {Relation.HOME_AGENCY,
                    Relation.OVERSIGHT}, purpose = PurposeOfUse.HCOMPL)
    public EntryProof ofEntry(long index) {
        return proofs.proof(index);
    }
}

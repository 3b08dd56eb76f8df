package org.alongside.audit.proof;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.alongside.audit.proof.api.ConsistencyView;
import org.alongside.kit.access.NoClientData;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** Proofs that the access log only ever grew, for everybody who kept a checkpoint. */
@Path("/v1/log/consistency")
public class ConsistencyResource {

    private final ProofService proofs;

    ConsistencyResource(ProofService proofs) {
        this.proofs = proofs;
    }

    @GET
    @Operation(summary = "Prove that the access log grew by appending only")
    @NoClientData(operation = "log-consistency.read", anonymous = true)
    public ConsistencyView between(@RestQuery @NotNull @PositiveOrZero Long from,
            @RestQuery @NotNull @PositiveOrZero Long to) {
        return proofs.consistency(from, to);
    }
}

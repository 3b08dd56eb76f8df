package org.alongside.intake.intake;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.alongside.intake.intake.api.IntakeView;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.jboss.resteasy.reactive.RestResponse;

/** Intakes: a client coming with a trouble. Opening one opens the case in planning-service. */
@Path("/v1")
public class IntakeResource {

    private final IntakeService intakes;
    private final Idempotency idempotency;

    IntakeResource(IntakeService intakes, Idempotency idempotency) {
        this.intakes = intakes;
        this.idempotency = idempotency;
    }

    @POST
    @Path("clients/{clientId}/intakes")
    @AccessPolicy(operation = "intake.open", action = Action.CREATE, roles = {Role.INTAKE_WORKER,
            Role.PARTNER_SYSTEM}, parts = Part.IDENTITY)
    public RestResponse<IntakeView> open(UUID clientId) {
        return idempotency.created("/v1/intakes/", null, () -> intakes.open(clientId),
                intakes::read);
    }

    @GET
    @Path("intakes/{intakeId}")
    @AccessPolicy(operation = "intake.read", roles = {Role.INTAKE_WORKER, Role.CASE_WORKER, Role.SUPERVISOR,
            Role.PARTNER_SYSTEM}, parts = Part.IDENTITY)
    public RestResponse<IntakeView> read(UUID intakeId) {
        return Etag.ok(intakes.read(intakeId));
    }

    @POST
    @Path("intakes/{intakeId}/complete")
    @AccessPolicy(operation = "intake.complete", action = Action.UPDATE, roles = Role.INTAKE_WORKER, parts = Part.IDENTITY)
    public RestResponse<IntakeView> complete(UUID intakeId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(intakes.complete(intakeId, ifMatch));
    }

    @POST
    @Path("intakes/{intakeId}/withdraw")
    @AccessPolicy(operation = "intake.withdraw", action = Action.UPDATE, roles = Role.INTAKE_WORKER, parts = Part.IDENTITY)
    public RestResponse<IntakeView> withdraw(UUID intakeId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(intakes.withdraw(intakeId, ifMatch));
    }
}

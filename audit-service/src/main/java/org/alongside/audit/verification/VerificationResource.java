package org.alongside.audit.verification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.alongside.audit.verification.api.ReportVerification;
import org.alongside.audit.verification.api.VerificationView;
import org.alongside.kit.access.NoClientData;
import org.alongside.kit.caller.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What verifiers found, brought by whoever let them look. */
@Path("/v1/log/verifications")
public class VerificationResource {

    private final Verifications verifications;

    VerificationResource(Verifications verifications) {
        this.verifications = verifications;
    }

    /** The newest is in {@code GET /v1/log-status}, and so is a touched one that nothing has settled. */
    @POST
    @ResponseStatus(201)
    @APIResponse(responseCode = "201", description = "Taken", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = VerificationView.class)))
    @Operation(summary = "Bring the report of a verification of the access log")
    @NoClientData(operation = "log-verification.add", roles = {Role.AUDITOR, Role.SYSTEM_ADMIN})
    public VerificationView add(@NotNull @Valid ReportVerification report) {
        return verifications.add(report);
    }
}

package org.alongside.planning.caseload;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.alongside.planning.caseload.api.CaseloadView;
import org.alongside.planning.casework.api.TeamMember;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What one worker keeps. There is no list of workers by it, and none will be. */
@Path("/v1/caseload")
public class CaseloadResource {

    private final CaseloadService caseloads;

    CaseloadResource(CaseloadService caseloads) {
        this.caseloads = caseloads;
    }

    /** @param worker token subject, for supervisors; the caller when absent */
    @GET
    @Operation(summary = "Read how much a worker keeps: one's own, as a supervisor that of one worker")
    @AccessPolicy(operation = "caseload.read", roles = {Role.CASE_WORKER,
            Role.SUPERVISOR}, parts = Part.PLAN, purpose = PurposeOfUse.HOPERAT)
    public CaseloadView read(@QueryParam("worker") @Pattern(regexp = TeamMember.SUBJECT) String worker) {
        return caseloads.of(worker);
    }
}

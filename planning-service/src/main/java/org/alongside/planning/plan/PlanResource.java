package org.alongside.planning.plan;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Part;
import org.alongside.kit.access.Relation;
import org.alongside.kit.caller.Role;
import org.alongside.planning.plan.api.PlanView;

/** The plan of a case as one picture. */
@Path("/v1")
public class PlanResource {

    private final PlanService plans;

    PlanResource(PlanService plans) {
        this.plans = plans;
    }

    @GET
    @Path("cases/{caseId}/plan")
    @AccessPolicy(operation = "plan.read", roles = {Role.CASE_WORKER, Role.SUPERVISOR, Role.INTAKE_WORKER,
            Role.RECEIVING_WORKER}, parts = {Part.PLAN, Part.ASSESSMENT,
                    Part.REFERRAL}, relations = {Relation.HOME_AGENCY, Relation.GRANT})
    public PlanView read(UUID caseId) {
        return plans.read(caseId);
    }
}

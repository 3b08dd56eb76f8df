package org.alongside.intake.assessment;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import org.alongside.intake.assessment.api.AssessmentContent;
import org.alongside.intake.assessment.api.AssessmentSummary;
import org.alongside.intake.assessment.api.AssessmentView;
import org.alongside.intake.assessment.api.CompleteAssessment;
import org.alongside.intake.assessment.api.StartAssessment;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.access.Relation;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.alongside.kit.http.MergePatch;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.databind.JsonNode;

/** Assessments of a client: what was said about needs and strengths, and the coded needs it came to. */
@Path("/v1")
public class AssessmentResource {

    private final AssessmentService assessments;
    private final Idempotency idempotency;

    AssessmentResource(AssessmentService assessments, Idempotency idempotency) {
        this.assessments = assessments;
        this.idempotency = idempotency;
    }

    @POST
    @Path("clients/{clientId}/assessments")
    @AccessPolicy(operation = "assessment.start", action = Action.CREATE, roles = {Role.INTAKE_WORKER,
            Role.CASE_WORKER}, parts = Part.ASSESSMENT)
    public RestResponse<AssessmentView> start(UUID clientId, @NotNull @Valid StartAssessment body) {
        return idempotency.created("/v1/assessments/", body,
                () -> assessments.start(clientId, body), id -> assessments.read(id, null));
    }

    @GET
    @Path("clients/{clientId}/assessments")
    @AccessPolicy(operation = "assessment.list", roles = {Role.INTAKE_WORKER, Role.CASE_WORKER,
            Role.SUPERVISOR}, parts = Part.ASSESSMENT, relations = {Relation.HOME_AGENCY, Relation.GRANT})
    public Page<AssessmentSummary> list(UUID clientId, @BeanParam PageRequest page) {
        return assessments.ofClient(clientId, page);
    }

    /** @param language of the questions, options and scores in the answer, BCP 47; without it, or without a translation, as the instrument has them */
    @GET
    @Path("assessments/{assessmentId}")
    @AccessPolicy(operation = "assessment.read", roles = {Role.INTAKE_WORKER, Role.CASE_WORKER,
            Role.SUPERVISOR}, parts = Part.ASSESSMENT, relations = {Relation.HOME_AGENCY, Relation.GRANT})
    public RestResponse<AssessmentView> read(@RestPath UUID assessmentId,
            @QueryParam("language") @Size(max = 35) String language) {
        return Etag.ok(assessments.read(assessmentId, language));
    }

    @PATCH
    @Path("assessments/{assessmentId}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @AccessPolicy(operation = "assessment.change", action = Action.UPDATE, roles = {Role.INTAKE_WORKER,
            Role.CASE_WORKER}, parts = Part.ASSESSMENT)
    public RestResponse<AssessmentView> change(UUID assessmentId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = AssessmentContent.class))) JsonNode patch) {
        return Etag.ok(assessments.change(assessmentId, ifMatch, patch));
    }

    @POST
    @Path("assessments/{assessmentId}/complete")
    @AccessPolicy(operation = "assessment.complete", action = Action.UPDATE, roles = {Role.INTAKE_WORKER,
            Role.CASE_WORKER}, parts = Part.ASSESSMENT)
    public RestResponse<AssessmentView> complete(UUID assessmentId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid CompleteAssessment body) {
        return Etag.ok(assessments.complete(assessmentId, ifMatch, body));
    }

    /** Begins the next version of a completed assessment; nothing of the present one is overwritten. */
    @POST
    @Path("assessments/{assessmentId}/amend")
    @AccessPolicy(operation = "assessment.amend", action = Action.CREATE, roles = {Role.INTAKE_WORKER,
            Role.CASE_WORKER}, parts = Part.ASSESSMENT)
    public RestResponse<AssessmentView> amend(UUID assessmentId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        AssessmentView next = assessments.read(assessments.amend(assessmentId, ifMatch), null);
        return Etag.created(URI.create("/v1/assessments/" + next.assessmentId()), next);
    }

    @GET
    @Path("assessments/{assessmentId}/versions")
    @AccessPolicy(operation = "assessment.versions", roles = {Role.INTAKE_WORKER, Role.CASE_WORKER,
            Role.SUPERVISOR}, parts = Part.ASSESSMENT, relations = {Relation.HOME_AGENCY, Relation.GRANT})
    public Page<AssessmentSummary> versions(UUID assessmentId) {
        return assessments.versions(assessmentId);
    }
}

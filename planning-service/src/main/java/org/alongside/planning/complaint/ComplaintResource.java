package org.alongside.planning.complaint;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.alongside.kit.paging.Page;
import org.alongside.planning.complaint.api.AnswerComplaint;
import org.alongside.planning.complaint.api.Complain;
import org.alongside.planning.complaint.api.ComplaintView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Complaints of clients. Anybody can take one; supervisors and the privacy officer see them, never whom they concern. */
@Path("/v1")
public class ComplaintResource {

    private final ComplaintService complaints;
    private final Idempotency idempotency;

    ComplaintResource(ComplaintService complaints, Idempotency idempotency) {
        this.complaints = complaints;
        this.idempotency = idempotency;
    }

    @POST
    @Path("cases/{caseId}/complaints")
    @Operation(summary = "Take a complaint of the client")
    @AccessPolicy(operation = "complaint.take", action = Action.CREATE, roles = {Role.CASE_WORKER, Role.INTAKE_WORKER,
            Role.SUPERVISOR, Role.PRIVACY_OFFICER}, parts = Part.PLAN)
    public RestResponse<ComplaintView> take(UUID caseId, @NotNull @Valid Complain body) {
        return idempotency.created("/v1/complaints/", body, () -> complaints.complain(caseId, body),
                complaints::read);
    }

    @GET
    @Path("cases/{caseId}/complaints")
    @Operation(summary = "List the complaints of a case that do not concern the caller, the oldest first")
    @AccessPolicy(operation = "complaint.list", roles = {Role.SUPERVISOR, Role.PRIVACY_OFFICER}, parts = Part.PLAN)
    public Page<ComplaintView> list(UUID caseId) {
        return new Page<>(complaints.ofCase(caseId), null);
    }

    @GET
    @Path("complaints/{complaintId}")
    @Operation(summary = "Read a complaint")
    @AccessPolicy(operation = "complaint.read", roles = {Role.SUPERVISOR, Role.PRIVACY_OFFICER}, parts = Part.PLAN)
    public RestResponse<ComplaintView> read(UUID complaintId) {
        return Etag.ok(complaints.read(complaintId));
    }

    @POST
    @Path("complaints/{complaintId}/review")
    @Operation(summary = "Begin to look into a complaint")
    @AccessPolicy(operation = "complaint.review", action = Action.UPDATE, roles = {Role.SUPERVISOR,
            Role.PRIVACY_OFFICER}, parts = Part.PLAN)
    public RestResponse<ComplaintView> review(UUID complaintId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(complaints.review(complaintId, ifMatch));
    }

    @POST
    @Path("complaints/{complaintId}/answer")
    @Operation(summary = "Answer a complaint")
    @AccessPolicy(operation = "complaint.answer", action = Action.UPDATE, roles = {Role.SUPERVISOR,
            Role.PRIVACY_OFFICER}, parts = Part.PLAN)
    public RestResponse<ComplaintView> answer(UUID complaintId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AnswerComplaint body) {
        return Etag.ok(complaints.answer(complaintId, ifMatch, body.words()));
    }

    @POST
    @Path("complaints/{complaintId}/withdraw")
    @Operation(summary = "Record that the client takes a complaint back")
    @AccessPolicy(operation = "complaint.withdraw", action = Action.UPDATE, roles = {Role.SUPERVISOR,
            Role.PRIVACY_OFFICER}, parts = Part.PLAN)
    public RestResponse<ComplaintView> withdraw(UUID complaintId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(complaints.withdraw(complaintId, ifMatch));
    }
}

package org.alongside.planning.feedback;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.NoClientData;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.alongside.kit.language.LanguageTag;
import org.alongside.kit.paging.Page;
import org.alongside.planning.feedback.api.FeedbackForm;
import org.alongside.planning.feedback.api.FeedbackView;
import org.alongside.planning.feedback.api.GiveFeedback;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** What clients say of the relationship: four items and their own words. Never counted by worker. */
@Path("/v1")
public class FeedbackResource {

    private final FeedbackService feedback;
    private final FeedbackForms forms;
    private final Idempotency idempotency;

    FeedbackResource(FeedbackService feedback, FeedbackForms forms, Idempotency idempotency) {
        this.feedback = feedback;
        this.forms = forms;
        this.idempotency = idempotency;
    }

    @POST
    @Path("cases/{caseId}/feedback")
    @Operation(summary = "Keep what the client says of the relationship")
    @AccessPolicy(operation = "feedback.give", action = Action.CREATE, roles = {Role.CASE_WORKER, Role.INTAKE_WORKER,
            Role.SUPERVISOR}, parts = Part.PLAN)
    public RestResponse<FeedbackView> give(UUID caseId, @NotNull @Valid GiveFeedback body) {
        return idempotency.created("/v1/feedback/", body, () -> feedback.give(caseId, body), feedback::given);
    }

    @GET
    @Path("cases/{caseId}/feedback")
    @Operation(summary = "List what the client said of the relationship, the oldest first")
    @AccessPolicy(operation = "feedback.list", roles = {Role.CASE_WORKER, Role.SUPERVISOR}, parts = Part.PLAN)
    public Page<FeedbackView> list(UUID caseId) {
        return new Page<>(feedback.ofCase(caseId), null);
    }

    @GET
    @Path("feedback/{feedbackId}")
    @Operation(summary = "Read what the client said of the relationship")
    @AccessPolicy(operation = "feedback.read", roles = {Role.CASE_WORKER, Role.SUPERVISOR}, parts = Part.PLAN)
    public RestResponse<FeedbackView> read(UUID feedbackId) {
        return Etag.ok(feedback.read(feedbackId));
    }

    @GET
    @Path("feedback-form")
    @Operation(summary = "Read what a client is asked, in the client's language as far as the suite has it")
    @NoClientData(operation = "feedback-form.read")
    public FeedbackForm form(@QueryParam("language") @LanguageTag String language) {
        return forms.in(language);
    }
}

package org.alongside.planning.option;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.alongside.kit.paging.PageRequest;
import org.alongside.planning.option.api.AnswerOption;
import org.alongside.planning.option.api.OfferOptions;
import org.alongside.planning.option.api.OptionView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Ways to a goal, offered, chosen and refused. Stays in the home agency: no consent opens it to another one. */
@Path("/v1")
public class OptionResource {

    private final OptionService options;
    private final Idempotency idempotency;

    OptionResource(OptionService options, Idempotency idempotency) {
        this.options = options;
        this.idempotency = idempotency;
    }

    @POST
    @Path("goals/{goalId}/options")
    @Operation(summary = "Offer the client ways to a goal, several at once")
    @ResponseStatus(201)
    @AccessPolicy(operation = "option.offer", action = Action.CREATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public Page<OptionView> offer(UUID goalId, @NotNull @Valid OfferOptions body) {
        return idempotency.once("option.offer", body, () -> options.offer(goalId, body), options::ofOffer).view();
    }

    @GET
    @Path("goals/{goalId}/options")
    @Operation(summary = "List what was offered for a goal and what the client said to it, the oldest first")
    @AccessPolicy(operation = "option.list", roles = {Role.CASE_WORKER, Role.SUPERVISOR}, parts = Part.PLAN)
    public Page<OptionView> list(UUID goalId, @BeanParam PageRequest page) {
        return options.ofGoal(goalId, page);
    }

    @GET
    @Path("options/{optionId}")
    @Operation(summary = "Read an option")
    @AccessPolicy(operation = "option.read", roles = {Role.CASE_WORKER, Role.SUPERVISOR}, parts = Part.PLAN)
    public RestResponse<OptionView> read(UUID optionId) {
        return Etag.ok(options.read(optionId));
    }

    @POST
    @Path("options/{optionId}/choose")
    @Operation(summary = "Write down that the client chooses an option")
    @AccessPolicy(operation = "option.choose", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<OptionView> choose(UUID optionId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AnswerOption body) {
        return Etag.ok(options.choose(optionId, ifMatch, body));
    }

    @POST
    @Path("options/{optionId}/refuse")
    @Operation(summary = "Write down that the client refuses an option; nothing else changes by it")
    @AccessPolicy(operation = "option.refuse", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<OptionView> refuse(UUID optionId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AnswerOption body) {
        return Etag.ok(options.refuse(optionId, ifMatch, body));
    }
}

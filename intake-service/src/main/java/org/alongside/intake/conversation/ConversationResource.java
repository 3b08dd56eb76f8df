package org.alongside.intake.conversation;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.alongside.intake.conversation.api.ConversationView;
import org.alongside.intake.conversation.api.RecordConversation;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.jboss.resteasy.reactive.RestResponse;

/** Talks that help begins with: limits of confidentiality, expectations of both sides, the worker's role. The home agency's alone. */
@Path("/v1")
public class ConversationResource {

    private final ConversationService conversations;
    private final Idempotency idempotency;

    ConversationResource(ConversationService conversations, Idempotency idempotency) {
        this.conversations = conversations;
        this.idempotency = idempotency;
    }

    @POST
    @Path("clients/{clientId}/conversations")
    @AccessPolicy(operation = "conversation.record", action = Action.CREATE, roles = {Role.INTAKE_WORKER,
            Role.CASE_WORKER}, parts = Part.CONSENT)
    public RestResponse<ConversationView> keep(UUID clientId, @NotNull @Valid RecordConversation body) {
        return idempotency.created("/v1/conversations/", body, () -> conversations.keep(clientId, body),
                conversations::read);
    }

    @GET
    @Path("clients/{clientId}/conversations")
    @AccessPolicy(operation = "conversation.list", roles = {Role.INTAKE_WORKER, Role.CASE_WORKER, Role.SUPERVISOR,
            Role.PRIVACY_OFFICER}, parts = Part.CONSENT)
    public Page<ConversationView> list(UUID clientId, @BeanParam PageRequest page) {
        return conversations.ofClient(clientId, page);
    }

    @GET
    @Path("conversations/{conversationId}")
    @AccessPolicy(operation = "conversation.read", roles = {Role.INTAKE_WORKER, Role.CASE_WORKER, Role.SUPERVISOR,
            Role.PRIVACY_OFFICER}, parts = Part.CONSENT)
    public RestResponse<ConversationView> read(UUID conversationId) {
        return Etag.ok(conversations.read(conversationId));
    }

    /** Nothing is taken away: what was recorded by mistake stays readable and counts no more. */
    @POST
    @Path("conversations/{conversationId}/enter-in-error")
    @AccessPolicy(operation = "conversation.enter-in-error", action = Action.UPDATE, roles = {Role.INTAKE_WORKER,
            Role.CASE_WORKER}, parts = Part.CONSENT)
    public RestResponse<ConversationView> enterInError(UUID conversationId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(conversations.enterInError(conversationId, ifMatch));
    }
}

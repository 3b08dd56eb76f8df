package org.alongside.referral.message;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.access.Relation;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.referral.message.api.MessageView;
import org.alongside.referral.message.api.SendMessage;
import org.jboss.resteasy.reactive.RestResponse;

/** Messages between the two agencies of a referral, for as long as both see it. */
@Path("/v1/referrals/{referralId}/messages")
public class MessageResource {

    private final MessageService messages;
    private final Idempotency idempotency;

    MessageResource(MessageService messages, Idempotency idempotency) {
        this.messages = messages;
        this.idempotency = idempotency;
    }

    /** Possible from the sending of the referral to its end. */
    @POST
    @AccessPolicy(operation = "message.send", action = Action.CREATE, roles = {Role.REFERRAL_COORDINATOR,
            Role.CASE_WORKER, Role.RECEIVING_WORKER, Role.PARTNER_SYSTEM}, parts = Part.REFERRAL, relations = {
                    Relation.HOME_AGENCY, Relation.GRANT}, purpose = PurposeOfUse.COC)
    public RestResponse<MessageView> send(UUID referralId, @NotNull @Valid SendMessage body) {
        return idempotency.created("/v1/referrals/" + referralId + "/messages/", body,
                () -> messages.send(referralId, body), id -> messages.read(referralId, id));
    }

    @GET
    @Path("{messageId}")
    @AccessPolicy(operation = "message.read", roles = {Role.REFERRAL_COORDINATOR, Role.CASE_WORKER,
            Role.RECEIVING_WORKER, Role.PARTNER_SYSTEM, Role.SUPERVISOR}, parts = Part.REFERRAL, relations = {
                    Relation.HOME_AGENCY, Relation.GRANT}, purpose = PurposeOfUse.COC)
    public RestResponse<MessageView> read(UUID referralId, UUID messageId) {
        return Etag.ok(messages.read(referralId, messageId));
    }

    /** The oldest first. */
    @GET
    @AccessPolicy(operation = "message.list", roles = {Role.REFERRAL_COORDINATOR, Role.CASE_WORKER,
            Role.RECEIVING_WORKER, Role.PARTNER_SYSTEM, Role.SUPERVISOR}, parts = Part.REFERRAL, relations = {
                    Relation.HOME_AGENCY, Relation.GRANT}, purpose = PurposeOfUse.COC)
    public Page<MessageView> list(UUID referralId, @BeanParam PageRequest page) {
        return messages.of(referralId, page);
    }
}

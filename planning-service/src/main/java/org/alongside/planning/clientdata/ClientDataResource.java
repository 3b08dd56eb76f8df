package org.alongside.planning.clientdata;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.alongside.kit.clientdata.ClientDataAnswers;
import org.alongside.kit.language.LanguageTag;
import org.alongside.planning.clientdata.api.PlanningData;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/** Answers a client's request to have all that is held about them. */
@Path("/v1/clients/{clientId}/planning-data")
public class ClientDataResource {

    private final ClientDataService data;
    private final ClientDataAnswers answers;

    ClientDataResource(ClientDataService data, ClientDataAnswers answers) {
        this.data = data;
        this.answers = answers;
    }

    /** As HTML it says the same for people, in the language asked for. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Operation(summary = "Read everything that planning-service holds about a client, to hand it to the client")
    @APIResponse(responseCode = "200", description = "All of it", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PlanningData.class)),
            @Content(mediaType = MediaType.TEXT_HTML)})
    @AccessPolicy(operation = "planning-data.export", roles = Role.PRIVACY_OFFICER, parts = {Part.PLAN,
            Part.ASSESSMENT, Part.REFERRAL, Part.NOTES}, purpose = PurposeOfUse.PATRQT)
    public Response export(@RestPath UUID clientId, @QueryParam("language") @LanguageTag String language,
            @Context Request request) {
        return answers.of(data.of(clientId), language, request);
    }
}

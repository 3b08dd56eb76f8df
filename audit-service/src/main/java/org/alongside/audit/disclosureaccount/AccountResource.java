package org.alongside.audit.disclosureaccount;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;

import org.alongside.audit.disclosureaccount.api.AskAccount;
import org.alongside.audit.disclosureaccount.api.DisclosureAccount;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.CapturedStreams;
import org.alongside.kit.access.Part;
import org.alongside.kit.access.Relation;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.print.PrintedPages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The account of disclosures that the home agency hands to its client. An auditor reads it to check it. */
@Path("/v1/disclosure-accounts")
public class AccountResource {

    private final AccountService accounts;
    private final PrintedAccounts printed;
    private final CapturedStreams streams;

    AccountResource(AccountService accounts, PrintedAccounts printed, CapturedStreams streams) {
        this.accounts = accounts;
        this.printed = printed;
        this.streams = streams;
    }

    /** Oldest first. All pages of an account show the log as it was at the first; as HTML it is one page with all lines, to print. */
    @POST
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Operation(summary = "Read who outside the home agency saw what of a client")
    @APIResponse(responseCode = "200", description = "The account", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DisclosureAccount.class)),
            @Content(mediaType = MediaType.TEXT_HTML)})
    @AccessPolicy(operation = "disclosure-account.read", roles = {Role.PRIVACY_OFFICER, Role.SUPERVISOR,
            Role.CASE_WORKER, Role.AUDITOR}, parts = Part.ACCESS_LOG, relations = {Relation.HOME_AGENCY,
                    Relation.OVERSIGHT}, purpose = PurposeOfUse.PATRQT)
    public Response read(@Context Request request, @BeanParam PageRequest page, @NotNull @Valid AskAccount body) {
        Variant wanted = request.selectVariant(
                Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE).build());
        return wanted != null && MediaType.TEXT_HTML_TYPE.isCompatible(wanted.getMediaType())
                ? page(body)
                : Response.ok(accounts.page(body, page), MediaType.APPLICATION_JSON_TYPE).build();
    }

    private Response page(AskAccount body) {
        AccountPages pages = accounts.pages(body);
        return PrintedPages.answer(streams.of(pages, printed.of(pages, body.language())));
    }
}

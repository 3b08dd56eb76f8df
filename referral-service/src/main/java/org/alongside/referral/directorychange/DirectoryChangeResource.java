package org.alongside.referral.directorychange;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import org.alongside.kit.access.NoClientData;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.referral.directorychange.api.DeclineChange;
import org.alongside.referral.directorychange.api.DirectoryChangeView;
import org.alongside.referral.directorychange.api.ProposeChange;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Changes of the directory: those who work with it propose, the agency that owns the entry decides, the administrator of the suite
 * where no agency on it does. What an owner wants is made at once.
 */
@Path("/v1/directory/changes")
public class DirectoryChangeResource {

    private static final String PATH = "/v1/directory/changes/";

    private final DirectoryChangeService changes;

    DirectoryChangeResource(DirectoryChangeService changes) {
        this.changes = changes;
    }

    /** The same again gives the one that is there, so it needs no {@code Idempotency-Key}. */
    @POST
    @Operation(summary = "Propose new values for an entry of the directory; an owner's are made at once")
    @NoClientData(operation = "directory-change.propose", roles = {Role.REFERRAL_COORDINATOR, Role.CASE_WORKER,
            Role.INTAKE_WORKER, Role.RECEIVING_WORKER, Role.AGENCY_ADMIN, Role.PARTNER_SYSTEM, Role.SYSTEM_ADMIN})
    @APIResponseSchema(value = DirectoryChangeView.class, responseCode = "201")
    public RestResponse<DirectoryChangeView> propose(@NotNull @Valid ProposeChange body) {
        DirectoryChangeView change = changes.propose(body);
        return Etag.created(URI.create(PATH + change.id()), change);
    }

    @GET
    @Path("{changeId}")
    @Operation(summary = "Read a change that the caller's agency proposed or decides")
    @NoClientData(operation = "directory-change.read", roles = {Role.REFERRAL_COORDINATOR, Role.CASE_WORKER,
            Role.INTAKE_WORKER, Role.RECEIVING_WORKER, Role.AGENCY_ADMIN, Role.PARTNER_SYSTEM, Role.SYSTEM_ADMIN})
    public RestResponse<DirectoryChangeView> read(UUID changeId) {
        return Etag.ok(changes.read(changeId));
    }

    /**
     * The oldest first.
     *
     * @param own    those that the caller's agency proposed; else the queue of those that the caller decides
     * @param status only these
     */
    @GET
    @Operation(summary = "List the changes that the caller decides, or its agency proposed")
    @NoClientData(operation = "directory-change.list", roles = {Role.REFERRAL_COORDINATOR, Role.CASE_WORKER,
            Role.INTAKE_WORKER, Role.RECEIVING_WORKER, Role.AGENCY_ADMIN, Role.PARTNER_SYSTEM, Role.SYSTEM_ADMIN})
    public Page<DirectoryChangeView> list(@QueryParam("own") @DefaultValue("false") boolean own,
            @QueryParam("status") String status, @BeanParam PageRequest page) {
        return changes.list(own, status, page);
    }

    /** 409 {@code conflicting-state} with {@code changed} when the entry has other values than when it was proposed. */
    @POST
    @Path("{changeId}/approve")
    @Operation(summary = "Approve a change: the directory has the new values at once")
    @NoClientData(operation = "directory-change.approve", roles = {Role.AGENCY_ADMIN, Role.SYSTEM_ADMIN})
    public RestResponse<DirectoryChangeView> approve(UUID changeId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(changes.approve(changeId, ifMatch));
    }

    @POST
    @Path("{changeId}/decline")
    @Operation(summary = "Decline a change with a reason")
    @NoClientData(operation = "directory-change.decline", roles = {Role.AGENCY_ADMIN, Role.SYSTEM_ADMIN})
    public RestResponse<DirectoryChangeView> decline(UUID changeId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DeclineChange body) {
        return Etag.ok(changes.decline(changeId, ifMatch, body));
    }

    @POST
    @Path("{changeId}/withdraw")
    @Operation(summary = "Take back a change that the caller's agency proposed")
    @NoClientData(operation = "directory-change.withdraw", roles = {Role.REFERRAL_COORDINATOR, Role.CASE_WORKER,
            Role.INTAKE_WORKER, Role.RECEIVING_WORKER, Role.AGENCY_ADMIN, Role.PARTNER_SYSTEM, Role.SYSTEM_ADMIN})
    public RestResponse<DirectoryChangeView> withdraw(UUID changeId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(changes.withdraw(changeId, ifMatch));
    }
}

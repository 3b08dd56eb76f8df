package org.alongside.audit.alert;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.alongside.audit.alert.api.AlertView;
import org.alongside.audit.alert.api.ReviewAlert;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.access.Relation;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Alerts: an auditor sees all; a privacy officer those about the own agency's workers and clients, and reviews them. */
@Path("/v1/alerts")
public class AlertResource {

    private final AlertService alerts;

    AlertResource(AlertService alerts) {
        this.alerts = alerts;
    }

    @POST
    @Path("search")
    @Operation(summary = "Search the alerts")
    @AccessPolicy(operation = "alert.search", roles = {Role.AUDITOR,
            Role.PRIVACY_OFFICER}, parts = Part.ACCESS_LOG, relations = {Relation.HOME_AGENCY,
                    Relation.OVERSIGHT}, purpose = PurposeOfUse.HCOMPL)
    public Page<AlertView> search(@BeanParam PageRequest page, @NotNull @Valid AlertQuery query) {
        return alerts.search(query, page);
    }

    @GET
    @Path("{alertId}")
    @Operation(summary = "Read an alert")
    @AccessPolicy(operation = "alert.read", roles = {Role.AUDITOR,
            Role.PRIVACY_OFFICER}, parts = Part.ACCESS_LOG, relations = {Relation.HOME_AGENCY,
                    Relation.OVERSIGHT}, purpose = PurposeOfUse.HCOMPL)
    public RestResponse<AlertView> read(UUID alertId) {
        return Etag.ok(alerts.read(alertId));
    }

    @POST
    @Path("{alertId}/review")
    @Operation(summary = "Give a verdict on an alert")
    @AccessPolicy(operation = "alert.review", action = Action.UPDATE, roles = Role.PRIVACY_OFFICER, parts = Part.ACCESS_LOG, purpose = PurposeOfUse.HCOMPL)
    public RestResponse<AlertView> review(UUID alertId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReviewAlert review) {
        return Etag.ok(alerts.review(alertId, ifMatch, review));
    }
}

package org.alongside.audit.console;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.alongside.audit.alert.AlertQuery;
import org.alongside.audit.alert.AlertService;
import org.alongside.audit.alert.Ground;
import org.alongside.audit.alert.Verdict;
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
import org.alongside.kit.print.HtmlPage;
import org.alongside.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** What the rules found, and the review of it. Each of its operations is the one of the API, under the same policy. */
@Path("/console/alerts")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class AlertPages {

    private static final int ROWS = 50;

    private final AlertService alerts;

    AlertPages(AlertService alerts) {
        this.alerts = alerts;
    }

    @GET
    @Operation(hidden = true)
    @AccessPolicy(operation = "alert.search", roles = {Role.AUDITOR,
            Role.PRIVACY_OFFICER}, parts = Part.ACCESS_LOG, relations = {Relation.HOME_AGENCY,
                    Relation.OVERSIGHT}, purpose = PurposeOfUse.HCOMPL)
    public RestResponse<HtmlPage> search(@BeanParam AlertForm form) {
        AlertQuery query;
        try {
            query = form.query();
        } catch (Problem problem) {
            return RestResponse.status(Status.BAD_REQUEST,
                    ConsolePages.of(Templates.alerts(form, Faults.of(problem), null)));
        }
        Page<AlertView> page = alerts.search(query, new PageRequest(ROWS, Fields.orNull(form.cursor())));
        return RestResponse.ok(ConsolePages.of(Templates.alerts(form, Faults.NONE, page), page.items()));
    }

    @GET
    @Path("{alertId}")
    @Operation(hidden = true)
    @AccessPolicy(operation = "alert.read", roles = {Role.AUDITOR,
            Role.PRIVACY_OFFICER}, parts = Part.ACCESS_LOG, relations = {Relation.HOME_AGENCY,
                    Relation.OVERSIGHT}, purpose = PurposeOfUse.HCOMPL)
    public HtmlPage read(UUID alertId) {
        return page(alertId, ReviewForm.EMPTY, Faults.NONE);
    }

    /**
     * Leads to the page of the alert, so that loading it again sends no verdict. A review that cannot be taken comes back with the choices
     * that were made, beside the alert as it is by now.
     */
    @POST
    @Path("{alertId}/review")
    @Operation(hidden = true)
    @AccessPolicy(operation = "alert.review", action = Action.UPDATE, roles = Role.PRIVACY_OFFICER, parts = Part.ACCESS_LOG, purpose = PurposeOfUse.HCOMPL)
    public RestResponse<HtmlPage> review(UUID alertId, @BeanParam ReviewForm form) {
        ReviewAlert review;
        long version;
        try {
            review = form.review();
            version = form.readVersion();
        } catch (Problem problem) {
            return RestResponse.status(Status.BAD_REQUEST, page(alertId, form, Faults.of(problem)));
        }
        if (!alerts.isAt(alertId, version)) {
            return RestResponse.status(Status.PRECONDITION_FAILED, page(alertId, form, Faults.of("review",
                    "was not taken: the alert has changed since you read it. Look at it again.")));
        }
        alerts.review(alertId, Etag.of(version), review);
        return ResponseBuilder.<HtmlPage>create(Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/console/alerts/" + alertId).build();
    }

    private HtmlPage page(UUID alertId, ReviewForm form, Faults faults) {
        AlertView alert = alerts.read(alertId);
        return ConsolePages.of(
                Templates.alert(alert, List.of(Verdict.values()), List.of(Ground.values()), form, faults), alert);
    }
}

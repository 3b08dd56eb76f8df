package org.alongside.audit.console;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.alongside.audit.accessevent.AccessEventQuery;
import org.alongside.audit.accessevent.AccessEventService;
import org.alongside.audit.accessevent.api.AccessEventView;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.NoClientData;
import org.alongside.kit.access.Part;
import org.alongside.kit.access.Relation;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.print.HtmlPage;
import org.alongside.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Searches of the log. Handles are sent in forms: in an address they would come into histories and the logs of proxies. */
@Path("/console")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class SearchPages {

    private static final int ROWS = 50;

    private final AccessEventService events;

    SearchPages(AccessEventService events) {
        this.events = events;
    }

    @GET
    @Path("search")
    @Operation(hidden = true)
    @NoClientData(operation = "console.search-form", roles = {Role.AUDITOR, Role.PRIVACY_OFFICER})
    public HtmlPage form() {
        return ConsolePages.of(Templates.search(SearchForm.EMPTY, Faults.NONE, null));
    }

    @POST
    @Path("search")
    @Operation(hidden = true)
    @AccessPolicy(operation = "access-event.search", roles = {Role.AUDITOR,
            Role.PRIVACY_OFFICER}, parts = Part.ACCESS_LOG, relations = {Relation.HOME_AGENCY,
                    Relation.OVERSIGHT}, purpose = PurposeOfUse.HCOMPL)
    public RestResponse<HtmlPage> search(@BeanParam SearchForm form) {
        AccessEventQuery query;
        try {
            query = form.query();
        } catch (Problem problem) {
            return refused(ConsolePages.of(Templates.search(form, Faults.of(problem), null)));
        }
        Page<AccessEventView> page = page(query, form.cursor());
        return RestResponse
                .ok(ConsolePages.of(Templates.search(form, Faults.NONE, Results.of(page, query)), page.items()));
    }

    @GET
    @Path("client")
    @Operation(hidden = true)
    @NoClientData(operation = "console.client-form", roles = {Role.AUDITOR, Role.PRIVACY_OFFICER})
    public HtmlPage clientForm() {
        return ConsolePages.of(Templates.client(SearchForm.EMPTY, Faults.NONE, null));
    }

    @POST
    @Path("client")
    @Operation(hidden = true)
    @AccessPolicy(operation = "access-event.search", roles = {Role.AUDITOR,
            Role.PRIVACY_OFFICER}, parts = Part.ACCESS_LOG, relations = {Relation.HOME_AGENCY,
                    Relation.OVERSIGHT}, purpose = PurposeOfUse.HCOMPL)
    public RestResponse<HtmlPage> ofClient(@BeanParam SearchForm form) {
        AccessEventQuery query;
        try {
            query = form.query();
        } catch (Problem problem) {
            return refused(ConsolePages.of(Templates.client(form, Faults.of(problem), null)));
        }
        if (query.client() == null) {
            return refused(ConsolePages.of(Templates.client(form, Faults.of("client", "is needed"), null)));
        }
        Page<AccessEventView> page = page(query, form.cursor());
        return RestResponse
                .ok(ConsolePages.of(Templates.client(form, Faults.NONE, Results.of(page, query)), page.items()));
    }

    @GET
    @Path("emergency")
    @Operation(hidden = true)
    @AccessPolicy(operation = "access-event.search", roles = {Role.AUDITOR,
            Role.PRIVACY_OFFICER}, parts = Part.ACCESS_LOG, relations = {Relation.HOME_AGENCY,
                    Relation.OVERSIGHT}, purpose = PurposeOfUse.HCOMPL)
    public HtmlPage emergency() {
        AccessEventQuery query = new AccessEventQuery(null, null, null, null, null, "emergency", null, null, null, null,
                null);
        Page<AccessEventView> page = page(query, null);
        return ConsolePages.of(Templates.emergency(Results.of(page, query)), page.items());
    }

    private Page<AccessEventView> page(AccessEventQuery query, String cursor) {
        return events.search(query, new PageRequest(ROWS, Fields.orNull(cursor)));
    }

    private static RestResponse<HtmlPage> refused(HtmlPage page) {
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, page);
    }
}

package org.alongside.audit.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

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
import org.alongside.audit.accessevent.api.Timeline;
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

/** Accesses over time. */
@Path("/console")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class TimelinePages {

    /** Shown when the form names no time. */
    private static final Duration USUAL_TIME = Duration.ofDays(7);
    private static final int ROWS = 200;

    private final AccessEventService events;
    private final Clock clock;

    TimelinePages(AccessEventService events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @GET
    @Path("timeline")
    @Operation(hidden = true)
    @NoClientData(operation = "console.timeline-form", roles = {Role.AUDITOR, Role.PRIVACY_OFFICER})
    public HtmlPage form() {
        return ConsolePages.of(Templates.timeline(SearchForm.EMPTY, Faults.NONE, null));
    }

    @POST
    @Path("timeline")
    @Operation(hidden = true)
    @AccessPolicy(operation = "access-event.timeline", roles = {Role.AUDITOR,
            Role.PRIVACY_OFFICER}, parts = Part.ACCESS_LOG, relations = {Relation.HOME_AGENCY,
                    Relation.OVERSIGHT}, purpose = PurposeOfUse.HCOMPL)
    public RestResponse<HtmlPage> timeline(@BeanParam SearchForm form) {
        AccessEventQuery query;
        try {
            query = AccessEventService.requireTimeline(withTime(form.query()));
        } catch (Problem problem) {
            return refused(ConsolePages.of(Templates.timeline(form, Faults.of(problem), null)));
        }
        Timeline timeline = events.timeline(query);
        return RestResponse.ok(ConsolePages.of(
                Templates.timeline(SearchForm.of(query), Faults.NONE, TimelinePlot.of(timeline)), timeline));
    }

    @GET
    @Path("day")
    @Operation(hidden = true)
    @NoClientData(operation = "console.day-form", roles = {Role.AUDITOR, Role.PRIVACY_OFFICER})
    public HtmlPage dayForm() {
        return ConsolePages.of(Templates.day(DayForm.EMPTY, Faults.NONE, null, null));
    }

    @POST
    @Path("day")
    @Operation(hidden = true)
    @AccessPolicy(operation = "access-event.search", roles = {Role.AUDITOR,
            Role.PRIVACY_OFFICER}, parts = Part.ACCESS_LOG, relations = {Relation.HOME_AGENCY,
                    Relation.OVERSIGHT}, purpose = PurposeOfUse.HCOMPL)
    public RestResponse<HtmlPage> day(@BeanParam DayForm form) {
        AccessEventQuery query;
        try {
            query = form.query();
        } catch (Problem problem) {
            return refused(ConsolePages.of(Templates.day(form, Faults.of(problem), null, null)));
        }
        Timeline timeline = events.timeline(query);
        Page<AccessEventView> page = events.search(query, new PageRequest(ROWS, null));
        List<Object> views = new ArrayList<>(page.items());
        views.add(timeline);
        return RestResponse.ok(ConsolePages.of(
                Templates.day(form, Faults.NONE, TimelinePlot.of(timeline), Results.of(page, query)), views));
    }

    private AccessEventQuery withTime(AccessEventQuery query) {
        Instant to = query.to() == null
                ? clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES)
                : query.to();
        Instant from = query.from() == null ? to.minus(USUAL_TIME) : query.from();
        return new AccessEventQuery(query.client(), query.actor(), query.agency(), query.operation(), query.purpose(),
                query.basis(), query.outcome(), query.source(), query.accessId(), from, to);
    }

    private static RestResponse<HtmlPage> refused(HtmlPage page) {
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, page);
    }
}

package org.alongside.audit.export;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.alongside.audit.accessevent.AccessEventPages;
import org.alongside.audit.accessevent.AccessEventService;
import org.alongside.audit.export.api.ExportAccessEvents;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.CapturedStreams;
import org.alongside.kit.access.Part;
import org.alongside.kit.access.Relation;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Entries of the access log to take away, as many as there are. */
@Path("/v1/access-events/export")
public class ExportResource {

    /** Entries of the log when the export began; none that comes later is in it. */
    static final String LOG_SIZE = "Alongside-Log-Size";

    private final AccessEventService events;
    private final ExportFormats formats;
    private final CapturedStreams streams;

    ExportResource(AccessEventService events, ExportFormats formats, CapturedStreams streams) {
        this.events = events;
        this.formats = formats;
        this.streams = streams;
    }

    /** Oldest first, by time of access. */
    @POST
    @Produces({"application/x-ndjson", "text/csv", "application/fhir+ndjson"})
    @Operation(summary = "Export entries of the access log as a stream")
    @AccessPolicy(operation = "access-event.export", roles = {Role.AUDITOR,
            Role.PRIVACY_OFFICER}, parts = Part.ACCESS_LOG, relations = {Relation.HOME_AGENCY,
                    Relation.OVERSIGHT}, purpose = PurposeOfUse.HCOMPL)
    public Response export(@NotNull @Valid ExportAccessEvents body) {
        AccessEventPages pages = events.pages(body.query(), body.logSize(), body.after(),
                body.afterAt());
        return Response.ok(streams.of(pages, formats.of(body.format(), pages.logSize())), body.format().mediaType())
                .header(LOG_SIZE, pages.logSize())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"access-events\"").build();
    }
}

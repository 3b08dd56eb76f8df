package org.alongside.intake.instrument;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.alongside.intake.instrument.api.ImportReport;
import org.alongside.intake.instrument.api.InstrumentSummary;
import org.alongside.kit.access.NoClientData;
import org.alongside.kit.caller.Role;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Instruments: the questions of assessments, the same for everyone. */
@Path("/v1/instruments")
public class InstrumentResource {

    private final Instruments instruments;
    private final InstrumentImport imports;

    InstrumentResource(Instruments instruments, InstrumentImport imports) {
        this.instruments = instruments;
        this.imports = imports;
    }

    @GET
    @NoClientData(operation = "instrument.list")
    public Page<InstrumentSummary> list(@BeanParam PageRequest page) {
        return instruments.list(page);
    }

    /**
     * The FHIR R4 Questionnaire to the letter. A version that was used never changes.
     *
     * @param language puts the translations of the file in place of its texts, BCP 47; where it has none, the text stays
     */
    @GET
    @Path("{name}/{version}")
    @Produces(MediaType.APPLICATION_JSON)
    @NoClientData(operation = "instrument.read")
    @APIResponse(responseCode = "200", description = "FHIR R4 Questionnaire", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public byte[] read(@RestPath String name, @RestPath String version,
            @QueryParam("language") @Size(min = 2, max = 35) String language) {
        byte[] source = instruments.find(name, version).map(Instrument::source).orElseThrow(Problem::notFound);
        return language == null ? source : new Translation(language).of(source);
    }

    /**
     * Takes an instrument in, for all agencies, so that their assessments can be compared. All or nothing: with one error nothing is
     * changed. The same file again changes nothing.
     *
     * @param dryRun only says what would be; the answer is then a report, errors or not
     */
    @POST
    @Consumes({"application/fhir+json", MediaType.APPLICATION_JSON})
    @NoClientData(operation = "instrument.import", roles = Role.SYSTEM_ADMIN)
    @APIResponse(responseCode = "201", description = "Stored", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(responseCode = "200", description = "A dry run, or the file was here already", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ImportReport.class)))
    public RestResponse<ImportReport> take(@QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT))) InputStream file)
            throws IOException {
        byte[] bytes = file.readAllBytes();
        return dryRun ? RestResponse.ok(imports.attempt(bytes)) : answer(imports.take(bytes));
    }

    private static RestResponse<ImportReport> answer(ImportReport report) {
        if (report.result() == ImportResult.UNCHANGED) {
            return RestResponse.ok(report);
        }
        URI place = URI.create("/v1/instruments/" + report.name() + "/" + report.version());
        return RestResponse.ResponseBuilder.<ImportReport>created(place).entity(report).build();
    }
}

package org.alongside.intake.instrument;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.alongside.intake.instrument.api.InstrumentSummary;
import org.alongside.kit.access.NoClientData;
import org.alongside.kit.paging.Page;
import org.alongside.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Instruments: the questions of assessments, the same for everyone. */
@Path("/v1/instruments")
public class InstrumentResource {

    private final Instruments instruments;

    InstrumentResource(Instruments instruments) {
        this.instruments = instruments;
    }

    @GET
    @NoClientData(operation = "instrument.list")
    public Page<InstrumentSummary> list() {
        return new Page<>(instruments.all(), null);
    }

    /** The FHIR R4 Questionnaire to the letter. A version that was used never changes. */
    @GET
    @Path("{name}/{version}")
    @Produces(MediaType.APPLICATION_JSON)
    @NoClientData(operation = "instrument.read")
    @APIResponse(responseCode = "200", description = "FHIR R4 Questionnaire", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public byte[] read(String name, String version) {
        return instruments.find(name, version).map(Instrument::source).orElseThrow(Problem::notFound);
    }
}

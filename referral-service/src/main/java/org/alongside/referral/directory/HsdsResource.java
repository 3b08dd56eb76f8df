package org.alongside.referral.directory;

import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.alongside.kit.access.NoClientData;
import org.alongside.referral.directory.api.HsdsPage;
import org.eclipse.microprofile.openapi.annotations.ExternalDocumentation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.databind.JsonNode;

/** The directory in the paths, parameters and documents of HSDS 3.1, for anyone. */
@Path("/hsds")
@Tag(name = "HSDS", description = "Human Services Data Specification 3.1", externalDocs = @ExternalDocumentation(url = "https://docs.openreferral.org/en/v3.1/hsds/schema_reference.html"))
public class HsdsResource {

    private static final int MOST_PER_PAGE = 200;
    /** Keeps the offset within what the database counts in. */
    private static final int LAST_PAGE = 10_000_000;

    private final DirectoryService directory;

    HsdsResource(DirectoryService directory) {
        this.directory = directory;
    }

    @GET
    @Path("services")
    @NoClientData(operation = "hsds.services", anonymous = true)
    public HsdsPage services(@QueryParam("page") @DefaultValue("1") @Min(1) @Max(LAST_PAGE) int page,
            @QueryParam("per_page") @DefaultValue("50") @Min(1) @Max(MOST_PER_PAGE) int perPage) {
        return directory.page(HsdsView.SERVICE_ITEM, page, perPage);
    }

    @GET
    @Path("services/{id}")
    @NoClientData(operation = "hsds.service", anonymous = true)
    public JsonNode service(UUID id) {
        return directory.document(HsdsView.SERVICE, id);
    }

    @GET
    @Path("organizations")
    @NoClientData(operation = "hsds.organizations", anonymous = true)
    public HsdsPage organizations(@QueryParam("page") @DefaultValue("1") @Min(1) @Max(LAST_PAGE) int page,
            @QueryParam("per_page") @DefaultValue("50") @Min(1) @Max(MOST_PER_PAGE) int perPage) {
        return directory.page(HsdsView.ORGANIZATION_ITEM, page, perPage);
    }

    @GET
    @Path("organizations/{id}")
    @NoClientData(operation = "hsds.organization", anonymous = true)
    public JsonNode organization(UUID id) {
        return directory.document(HsdsView.ORGANIZATION, id);
    }

    @GET
    @Path("locations/{id}")
    @NoClientData(operation = "hsds.location", anonymous = true)
    public JsonNode location(UUID id) {
        return directory.document(HsdsView.LOCATION, id);
    }
}

package org.alongside.referral.hsds;

import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.alongside.kit.access.NoClientData;
import org.alongside.referral.hsds.api.HsdsDescription;
import org.alongside.referral.hsds.api.HsdsPage;
import org.eclipse.microprofile.openapi.annotations.ExternalDocumentation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The directory in the paths, parameters and documents of HSDS 3.1, for anyone, with entity tags and conditional GET. Lists are
 * POST as well, with the same parameters in the query, as HSDS has it. A confidential place shows no address, no coordinates and
 * nothing else that tells where it is, and is not found by postcode or distance.
 */
@Path("/hsds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "HSDS", description = "Human Services Data Specification 3.1", externalDocs = @ExternalDocumentation(url = "https://docs.openreferral.org/en/v3.1/hsds/schema_reference.html"))
public class HsdsResource {

    private final HsdsService directory;
    private final HsdsAnswer answer;
    private final HsdsConfig config;

    HsdsResource(HsdsService directory, HsdsAnswer answer, HsdsConfig config) {
        this.directory = directory;
        this.answer = answer;
        this.config = config;
    }

    /** Which version and profile of HSDS this is, and where its OpenAPI document is. */
    @GET
    @NoClientData(operation = "hsds.describe", anonymous = true)
    @APIResponseSchema(HsdsDescription.class)
    public Response describe(@Context UriInfo uri) {
        String openApi = uri.getBaseUriBuilder().path("q/openapi").queryParam("format", "json").build().toString();
        return answer.cached(new HsdsDescription("3.1", config.profile(), openApi));
    }

    @GET
    @Path("services")
    @Produces({MediaType.APPLICATION_JSON, HsdsAnswer.NDJSON})
    @NoClientData(operation = "hsds.services", anonymous = true)
    @APIResponseSchema(HsdsPage.class)
    public Response services(@BeanParam Paging paging, @BeanParam ServiceFilter filter) {
        return answer.list(filter.listing(), paging);
    }

    @POST
    @Path("services")
    @Produces({MediaType.APPLICATION_JSON, HsdsAnswer.NDJSON})
    @NoClientData(operation = "hsds.post-services", anonymous = true)
    @APIResponseSchema(value = HsdsPage.class, responseCode = "200")
    public Response postServices(@BeanParam Paging paging, @BeanParam ServiceFilter filter) {
        return answer.list(filter.listing(), paging);
    }

    @GET
    @Path("services/{id}")
    @NoClientData(operation = "hsds.service", anonymous = true)
    @APIResponseSchema(JsonNode.class)
    public Response service(UUID id) {
        return answer.cached(directory.document(DocumentShape.SERVICE, id));
    }

    @GET
    @Path("organizations")
    @Produces({MediaType.APPLICATION_JSON, HsdsAnswer.NDJSON})
    @NoClientData(operation = "hsds.organizations", anonymous = true)
    @APIResponseSchema(HsdsPage.class)
    public Response organizations(@BeanParam Paging paging, @BeanParam OrganizationFilter filter) {
        return answer.list(filter.listing(), paging);
    }

    @POST
    @Path("organizations")
    @Produces({MediaType.APPLICATION_JSON, HsdsAnswer.NDJSON})
    @NoClientData(operation = "hsds.post-organizations", anonymous = true)
    @APIResponseSchema(value = HsdsPage.class, responseCode = "200")
    public Response postOrganizations(@BeanParam Paging paging, @BeanParam OrganizationFilter filter) {
        return answer.list(filter.listing(), paging);
    }

    @GET
    @Path("organizations/{id}")
    @NoClientData(operation = "hsds.organization", anonymous = true)
    @APIResponseSchema(JsonNode.class)
    public Response organization(UUID id, @QueryParam("full_service") @DefaultValue("false") boolean fullService) {
        return answer.cached(directory.document(
                fullService ? DocumentShape.ORGANIZATION_FULL_SERVICE : DocumentShape.ORGANIZATION, id));
    }

    @GET
    @Path("service_at_locations")
    @Produces({MediaType.APPLICATION_JSON, HsdsAnswer.NDJSON})
    @NoClientData(operation = "hsds.service-at-locations", anonymous = true)
    @APIResponseSchema(HsdsPage.class)
    public Response serviceAtLocations(@BeanParam Paging paging, @BeanParam ServiceAtLocationFilter filter) {
        return answer.list(directory.serviceAtLocations(filter), paging);
    }

    @POST
    @Path("service_at_locations")
    @Produces({MediaType.APPLICATION_JSON, HsdsAnswer.NDJSON})
    @NoClientData(operation = "hsds.post-service-at-locations", anonymous = true)
    @APIResponseSchema(value = HsdsPage.class, responseCode = "200")
    public Response postServiceAtLocations(@BeanParam Paging paging, @BeanParam ServiceAtLocationFilter filter) {
        return answer.list(directory.serviceAtLocations(filter), paging);
    }

    @GET
    @Path("service_at_locations/{id}")
    @NoClientData(operation = "hsds.service-at-location", anonymous = true)
    @APIResponseSchema(JsonNode.class)
    public Response serviceAtLocation(UUID id) {
        return answer.cached(directory.document(DocumentShape.SERVICE_AT_LOCATION, id));
    }

    /** Beyond the paths of HSDS, whose documents name locations by their id. */
    @GET
    @Path("locations/{id}")
    @NoClientData(operation = "hsds.location", anonymous = true)
    @APIResponseSchema(JsonNode.class)
    public Response location(UUID id) {
        return answer.cached(directory.document(DocumentShape.LOCATION, id));
    }

    @GET
    @Path("taxonomies")
    @Produces({MediaType.APPLICATION_JSON, HsdsAnswer.NDJSON})
    @NoClientData(operation = "hsds.taxonomies", anonymous = true)
    @APIResponseSchema(HsdsPage.class)
    public Response taxonomies(@BeanParam Paging paging, @QueryParam("search") String search) {
        return answer.list(taxonomiesWith(search), paging);
    }

    @POST
    @Path("taxonomies")
    @Produces({MediaType.APPLICATION_JSON, HsdsAnswer.NDJSON})
    @NoClientData(operation = "hsds.post-taxonomies", anonymous = true)
    @APIResponseSchema(value = HsdsPage.class, responseCode = "200")
    public Response postTaxonomies(@BeanParam Paging paging, @QueryParam("search") String search) {
        return answer.list(taxonomiesWith(search), paging);
    }

    @GET
    @Path("taxonomies/{id}")
    @NoClientData(operation = "hsds.taxonomy", anonymous = true)
    @APIResponseSchema(JsonNode.class)
    public Response taxonomy(UUID id) {
        return answer.cached(directory.document(DocumentShape.TAXONOMY, id));
    }

    @GET
    @Path("taxonomy_terms")
    @Produces({MediaType.APPLICATION_JSON, HsdsAnswer.NDJSON})
    @NoClientData(operation = "hsds.taxonomy-terms", anonymous = true)
    @APIResponseSchema(HsdsPage.class)
    public Response taxonomyTerms(@BeanParam Paging paging, @BeanParam TermFilter filter) {
        return answer.list(filter.listing(), paging);
    }

    @POST
    @Path("taxonomy_terms")
    @Produces({MediaType.APPLICATION_JSON, HsdsAnswer.NDJSON})
    @NoClientData(operation = "hsds.post-taxonomy-terms", anonymous = true)
    @APIResponseSchema(value = HsdsPage.class, responseCode = "200")
    public Response postTaxonomyTerms(@BeanParam Paging paging, @BeanParam TermFilter filter) {
        return answer.list(filter.listing(), paging);
    }

    @GET
    @Path("taxonomy_terms/{id}")
    @NoClientData(operation = "hsds.taxonomy-term", anonymous = true)
    @APIResponseSchema(JsonNode.class)
    public Response taxonomyTerm(UUID id) {
        return answer.cached(directory.document(DocumentShape.TAXONOMY_TERM, id));
    }

    private static Listing taxonomiesWith(String search) {
        return new Listing(HsdsQuery.of(HsdsEntity.TAXONOMY).search(search), DocumentShape.TAXONOMY, false);
    }
}

package org.alongside.referral.datapackage;

import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.NoClientData;
import org.alongside.kit.caller.Role;
import org.alongside.kit.code.Coded;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;
import org.alongside.referral.datapackage.ImportRepository.Found;
import org.alongside.referral.datapackage.api.ImportIssue;
import org.alongside.referral.datapackage.api.ImportView;
import org.alongside.referral.hsds.Provenance;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** Imports of the directory. */
@Path("/v1/directory/imports")
public class ImportResource {

    private static final String ISSUES = "directory-import.issues";
    private static final String PATH = "/v1/directory/imports/";

    private final DirectoryImport imports;
    private final AccessContext access;
    private final Cursors cursors;

    ImportResource(DirectoryImport imports, AccessContext access, Cursors cursors) {
        this.imports = imports;
        this.access = access;
        this.cursors = cursors;
    }

    /**
     * Takes a data package of HSDS 3.1 (ZIP of CSV files), HSDS 3.1 JSON, or CSV files in the layout of HSDS 1.x or 2.x, and
     * reads it after answering. The same again changes nothing.
     *
     * @param source name of the source: what was told under it before and is not told now is marked as vanished
     * @param file   name of the file, where it is a single CSV or JSON file
     */
    @POST
    @Consumes({"application/zip", MediaType.APPLICATION_JSON, "text/csv", MediaType.APPLICATION_OCTET_STREAM})
    @NoClientData(operation = "directory-import.start", roles = Role.SYSTEM_ADMIN)
    @APIResponseSchema(value = ImportView.class, responseCode = "202")
    public RestResponse<ImportView> start(
            @QueryParam("source") @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._-]{0,62}") String source,
            @QueryParam("file") @DefaultValue("directory.json") @Pattern(regexp = "[\\w][\\w. -]{0,99}") String file,
            InputStream content) {
        if (source.equals(Provenance.SOURCE)) {
            throw Problem.invalid(Violation.ofQuery("source", "reserved", "the suite keeps rows of its own under it"));
        }
        UUID id = imports.start(source, file, access.caller().subject(), content);
        return RestResponse.ResponseBuilder.<ImportView>accepted(imports.view(id)).location(URI.create(PATH + id))
                .build();
    }

    /** How far it is, and what came of it. */
    @GET
    @Path("{id}")
    @NoClientData(operation = "directory-import.read", roles = Role.SYSTEM_ADMIN)
    public ImportView read(UUID id) {
        return imports.view(id);
    }

    /**
     * Its report, row by row, in the order in which things were found.
     *
     * @param code only issues of this code
     */
    @GET
    @Path("{id}/issues")
    @NoClientData(operation = ISSUES, roles = Role.SYSTEM_ADMIN)
    public Page<ImportIssue> issues(UUID id, @QueryParam("code") String code, @BeanParam PageRequest page) {
        if (code != null && Coded.of(IssueCode.class, code).isEmpty()) {
            throw Problem.unknownCode("query:code", Stream.of(IssueCode.values()).map(IssueCode::code).toList());
        }
        List<String> query = List.of(id.toString(), String.valueOf(code));
        long after = page.cursor() == null ? 0 : Long.parseLong(cursors.open(ISSUES, query, page.cursor()).get(0));
        return Page.of(imports.issues(id, code, after, page.rowsToRead()), page, Found::issue,
                found -> cursors.seal(ISSUES, query, Long.toString(found.place())));
    }
}

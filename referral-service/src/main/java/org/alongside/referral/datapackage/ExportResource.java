package org.alongside.referral.datapackage;

import java.nio.file.Files;
import java.util.Set;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.NoClientData;
import org.alongside.kit.caller.Role;

/** The directory to take away. */
@Path("/v1/directory/export")
public class ExportResource {

    private final DirectoryExport directory;
    private final AccessContext access;

    ExportResource(DirectoryExport directory, AccessContext access) {
        this.directory = directory;
        this.access = access;
    }

    /**
     * A data package of HSDS 3.1: a ZIP archive of CSV files with its description. Importing it changes nothing. What tells where
     * a confidential place is stands in it for a system administrator only; to others it is not there.
     *
     * @param source only what this source told
     */
    @GET
    @Produces("application/zip")
    @NoClientData(operation = "directory.export", roles = {Role.SYSTEM_ADMIN, Role.AGENCY_ADMIN})
    public Response export(@QueryParam("source") @Pattern(regexp = "[a-z0-9][a-z0-9._-]{0,62}") String source) {
        java.nio.file.Path file = directory.write(source, access.caller().hasAny(Set.of(Role.SYSTEM_ADMIN)));
        StreamingOutput content = out -> {
            try {
                Files.copy(file, out);
            } finally {
                Files.delete(file);
            }
        };
        return Response.ok(content, "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"directory.zip\"").build();
    }
}

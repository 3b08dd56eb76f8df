package org.alongside.audit.cosignature;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.alongside.kit.access.NoClientData;
import org.alongside.kit.openapi.AnswersInOpenApi;
import org.alongside.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;

/**
 * What witnesses say of the log. They need no account: a cosignature shows by itself whose it is, and only those of the witnesses that
 * this log was told of are kept.
 */
@Path("/v1/log/cosigned")
public class CosignatureResource {

    private static final String TEXT = MediaType.TEXT_PLAIN + ";charset=utf-8";

    private final Cosignatures cosignatures;

    CosignatureResource(Cosignatures cosignatures) {
        this.cosignatures = cosignatures;
    }

    /** The newest checkpoint that a witness cosigned, a signed note. */
    @GET
    @Produces(TEXT)
    @Operation(summary = "Read the newest checkpoint of the access log that a witness cosigned")
    @Extension(name = AnswersInOpenApi.PROBLEMS, value = "not-found")
    @NoClientData(operation = "log-cosigned.read", anonymous = true)
    public String read() {
        return cosignatures.newest().orElseThrow(Problem::notFound);
    }

    /** Takes what a witness printed. Repeating it does no harm. */
    @POST
    @Consumes(MediaType.TEXT_PLAIN)
    @Operation(summary = "Bring a cosigned checkpoint of the access log")
    @NoClientData(operation = "log-cosigned.add", anonymous = true)
    public void add(byte[] cosigned) {
        cosignatures.add(cosigned);
    }
}

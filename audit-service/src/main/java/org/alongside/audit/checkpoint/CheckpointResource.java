package org.alongside.audit.checkpoint;

import java.util.stream.Collectors;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.alongside.auditlog.note.LogKey;
import org.alongside.kit.access.NoClientData;
import org.alongside.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the log says of itself, for everybody: a log that showed it to some only could show them different ones. */
@Path("/v1/log")
public class CheckpointResource {

    private static final String TEXT = MediaType.TEXT_PLAIN + ";charset=utf-8";

    private final Checkpoints checkpoints;
    private final LogKeys keys;
    private final CheckpointConfig config;

    CheckpointResource(Checkpoints checkpoints, LogKeys keys, CheckpointConfig config) {
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.config = config;
    }

    /** A signed note, C2SP tlog-checkpoint. */
    @GET
    @Path("checkpoint")
    @Produces(TEXT)
    @Operation(summary = "Read the newest checkpoint of the access log")
    @NoClientData(operation = "log-checkpoint.read", anonymous = true)
    public String checkpoint() {
        return checkpoints.newest().orElseThrow(Problem::notFound).note();
    }

    /**
     * Name and keys of the log in the form of a trust file. Get it once, on a way that you trust, and keep it: a log that is asked for its
     * key each time can change it.
     */
    @GET
    @Path("trust")
    @Produces(TEXT)
    @Operation(summary = "Read the name and the public keys of the access log")
    @NoClientData(operation = "log-trust.read", anonymous = true)
    public String trust() {
        return "origin " + config.origin() + "\n"
                + keys.known().stream().map(CheckpointResource::line).collect(Collectors.joining());
    }

    private static String line(LogKey key) {
        return "key " + key.key() + (key.from() == 0 ? "" : " from " + key.from())
                + (key.until() == Long.MAX_VALUE ? "" : " until " + key.until()) + "\n";
    }
}

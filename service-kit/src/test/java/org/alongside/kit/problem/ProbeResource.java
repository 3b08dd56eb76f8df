package org.alongside.kit.problem;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.PersistenceException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.alongside.kit.access.NoClientData;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;

/** Operations that only exist to see how input and failures are answered over real HTTP. */
@Path("/probe")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ProbeResource {

    enum Urgency {
        @JsonProperty("routine")
        ROUTINE, @JsonProperty("right-now")
        RIGHT_NOW
    }

    record Name(@NotBlank @Size(max = 5) String family) {}

    record Body(@NotNull @Valid Name name, Urgency urgency, Integer count, int steps, LocalDate born, Instant at,
            UUID id, Boolean agreed, @Size(max = 2) List<@Valid Name> others, Map<String, String> answers,
            JsonNode extra) {}

    @POST
    @NoClientData(operation = "probe.echo", anonymous = true)
    public Body echo(@Valid @NotNull Body body) {
        return body;
    }

    @GET
    @Path("{id}")
    @NoClientData(operation = "probe.read", anonymous = true)
    public Map<String, String> byId(@PathParam("id") UUID id, @QueryParam("limit") @Max(200) Integer limit,
            @QueryParam("since") Instant since, @QueryParam("text") String text) {
        return Map.of("id", id.toString());
    }

    @GET
    @Path("failing/{how}")
    @NoClientData(operation = "probe.fail", anonymous = true)
    public String fail(@PathParam("how") String how) throws Exception {
        switch (how) {
            case "internal" -> throw new IllegalStateException("secret-canary");
            case "error" -> throw new StackOverflowError("secret-canary");
            case "stored-json" -> new ObjectMapper().readValue("{secret-canary", Body.class);
            case "locked" -> throw new PersistenceException(new SQLException("secret-canary", "55P03"));
            case "double" -> throw new PersistenceException(new SQLException("secret-canary", "23505"));
            case "hidden" -> throw Problem.notFound();
            case "forbidden" -> throw new ForbiddenException("secret-canary");
            case "unauthorized" -> throw new UnauthorizedException("secret-canary");
            case "stale" -> throw Problem.of(ProblemType.GRANTS_STALE);
            default -> throw new IllegalArgumentException();
        }
        return how;
    }
}

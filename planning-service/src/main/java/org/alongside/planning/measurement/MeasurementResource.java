package org.alongside.planning.measurement;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.alongside.kit.paging.Page;
import org.alongside.planning.measurement.api.MeasureGoal;
import org.alongside.planning.measurement.api.MeasurementView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Measurements of goals. Another agency sees with the plan what they come to, and not by what it was seen. */
@Path("/v1")
public class MeasurementResource {

    private final MeasurementService measurements;
    private final Idempotency idempotency;

    MeasurementResource(MeasurementService measurements, Idempotency idempotency) {
        this.measurements = measurements;
        this.idempotency = idempotency;
    }

    @POST
    @Path("goals/{goalId}/measurements")
    @Operation(summary = "Measure a goal by its levels")
    @AccessPolicy(operation = "measurement.make", action = Action.CREATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<MeasurementView> measure(UUID goalId, @NotNull @Valid MeasureGoal body) {
        return idempotency.created("/v1/measurements/", body, () -> measurements.measure(goalId, body),
                measurements::read);
    }

    @GET
    @Path("goals/{goalId}/measurements")
    @Operation(summary = "List the measurements of a goal, in the order of their days")
    @AccessPolicy(operation = "measurement.list", roles = {Role.CASE_WORKER, Role.SUPERVISOR}, parts = Part.PLAN)
    public Page<MeasurementView> list(UUID goalId) {
        return new Page<>(measurements.ofGoal(goalId), null);
    }

    @GET
    @Path("measurements/{measurementId}")
    @Operation(summary = "Read a measurement")
    @AccessPolicy(operation = "measurement.read", roles = {Role.CASE_WORKER, Role.SUPERVISOR}, parts = Part.PLAN)
    public RestResponse<MeasurementView> read(UUID measurementId) {
        return Etag.ok(measurements.read(measurementId));
    }
}

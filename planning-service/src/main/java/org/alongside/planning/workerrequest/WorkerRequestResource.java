package org.alongside.planning.workerrequest;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.alongside.kit.paging.Page;
import org.alongside.planning.workerrequest.api.AskForWorker;
import org.alongside.planning.workerrequest.api.DeclineWorkerRequest;
import org.alongside.planning.workerrequest.api.WorkerRequestView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Clients' requests for another worker. Anybody but that worker can take one; supervisors decide, never about themselves. */
@Path("/v1")
public class WorkerRequestResource {

    private final WorkerRequestService requests;
    private final Idempotency idempotency;

    WorkerRequestResource(WorkerRequestService requests, Idempotency idempotency) {
        this.requests = requests;
        this.idempotency = idempotency;
    }

    @POST
    @Path("cases/{caseId}/worker-requests")
    @Operation(summary = "Take the client's request for another worker")
    @AccessPolicy(operation = "worker-request.take", action = Action.CREATE, roles = {Role.CASE_WORKER,
            Role.INTAKE_WORKER, Role.SUPERVISOR}, parts = Part.PLAN)
    public RestResponse<WorkerRequestView> take(UUID caseId, @NotNull @Valid AskForWorker body) {
        return idempotency.created("/v1/worker-requests/", body, () -> requests.ask(caseId, body), requests::read);
    }

    @GET
    @Path("cases/{caseId}/worker-requests")
    @Operation(summary = "List the client's requests for another worker, the oldest first")
    @AccessPolicy(operation = "worker-request.list", roles = Role.SUPERVISOR, parts = Part.PLAN)
    public Page<WorkerRequestView> list(UUID caseId) {
        return new Page<>(requests.ofCase(caseId), null);
    }

    @GET
    @Path("worker-requests/{workerRequestId}")
    @Operation(summary = "Read a request for another worker")
    @AccessPolicy(operation = "worker-request.read", roles = Role.SUPERVISOR, parts = Part.PLAN)
    public RestResponse<WorkerRequestView> read(UUID workerRequestId) {
        return Etag.ok(requests.read(workerRequestId));
    }

    @POST
    @Path("worker-requests/{workerRequestId}/grant")
    @Operation(summary = "Grant a request for another worker; the case is transferred by its own command")
    @AccessPolicy(operation = "worker-request.grant", action = Action.UPDATE, roles = Role.SUPERVISOR, parts = Part.PLAN)
    public RestResponse<WorkerRequestView> grant(UUID workerRequestId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(requests.decide(workerRequestId, ifMatch, WorkerRequestStatus.GRANTED, null));
    }

    @POST
    @Path("worker-requests/{workerRequestId}/decline")
    @Operation(summary = "Decline a request for another worker, and say why")
    @AccessPolicy(operation = "worker-request.decline", action = Action.UPDATE, roles = Role.SUPERVISOR, parts = Part.PLAN)
    public RestResponse<WorkerRequestView> decline(UUID workerRequestId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid DeclineWorkerRequest body) {
        return Etag.ok(requests.decide(workerRequestId, ifMatch, WorkerRequestStatus.DECLINED, body.words()));
    }

    @POST
    @Path("worker-requests/{workerRequestId}/withdraw")
    @Operation(summary = "Record that the client takes a request for another worker back")
    @AccessPolicy(operation = "worker-request.withdraw", action = Action.UPDATE, roles = Role.SUPERVISOR, parts = Part.PLAN)
    public RestResponse<WorkerRequestView> withdraw(UUID workerRequestId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(requests.decide(workerRequestId, ifMatch, WorkerRequestStatus.WITHDRAWN, null));
    }
}

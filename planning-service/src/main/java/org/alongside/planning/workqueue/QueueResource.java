package org.alongside.planning.workqueue;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.Role;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.planning.workqueue.api.QueueEntry;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What waits for a worker, and for whom the worker waits. Nobody sees anybody else's. */
@Path("/v1/work-queue")
public class QueueResource {

    private final QueueService queues;

    QueueResource(QueueService queues) {
        this.queues = queues;
    }

    @GET
    @Operation(summary = "List what waits in the caller's own cases")
    @AccessPolicy(operation = "work-queue.list", roles = {Role.CASE_WORKER, Role.SUPERVISOR}, parts = Part.PLAN)
    public Page<QueueEntry> list(@NotNull @QueryParam("list") QueueList list, @BeanParam PageRequest page) {
        return queues.of(list, page);
    }
}

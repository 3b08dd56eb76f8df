package org.alongside.kit.outbox;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.alongside.kit.access.NoClientData;
import org.alongside.kit.caller.Role;
import org.alongside.kit.outbox.api.ReplayEvents;
import org.alongside.kit.outbox.api.Replayed;
import org.alongside.kit.outbox.api.RepublishTopic;
import org.alongside.kit.problem.Problem;

/** How far this service's events are, and sending them again. */
@Path("/v1/system/events")
public class SystemEventsResource {

    private final EventReplay replay;

    SystemEventsResource(EventReplay replay) {
        this.replay = replay;
    }

    @GET
    @NoClientData(operation = "event.status", roles = Role.SYSTEM_ADMIN)
    public List<TopicStatus> status() {
        return replay.status();
    }

    @POST
    @Path("/replay")
    @NoClientData(operation = "event.replay", roles = Role.SYSTEM_ADMIN)
    public Replayed replay(@NotNull @Valid ReplayEvents range) {
        return new Replayed(replay.replay(range.topic(), range.fromSequence(), range.toSequence()));
    }

    /** 404 when this service cannot tell the state of the topic. */
    @POST
    @Path("/republish")
    @NoClientData(operation = "event.republish", roles = Role.SYSTEM_ADMIN)
    public void republish(@NotNull @Valid RepublishTopic command) {
        if (!replay.republish(command.topic())) {
            throw Problem.notFound();
        }
    }
}

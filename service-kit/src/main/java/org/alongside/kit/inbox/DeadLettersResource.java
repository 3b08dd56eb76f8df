package org.alongside.kit.inbox;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.NoClientData;
import org.alongside.kit.caller.Role;
import org.alongside.kit.inbox.api.ReplayDeadLetters;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;

/** The records this service could not apply. */
@Path("/v1/system/events/dead-letters")
public class DeadLettersResource {

    private static final String LIST = "dead-letter.list";

    private final Inbox inbox;
    private final Cursors cursors;
    private final AccessContext access;

    DeadLettersResource(Inbox inbox, Cursors cursors, AccessContext access) {
        this.inbox = inbox;
        this.cursors = cursors;
        this.access = access;
    }

    /** Oldest first, without content. */
    @GET
    @NoClientData(operation = LIST, roles = Role.SYSTEM_ADMIN)
    public Page<DeadLetter> list(@BeanParam PageRequest page) {
        return Page.of(inbox.deadLetters(cursors.lastSeen(LIST, null, page), page.rowsToRead()), page, letter -> letter,
                letter -> cursors.after(LIST, null, letter.id()));
    }

    /** Those of one key, in order, up to the first that still fails. */
    @POST
    @Path("/replay")
    @NoClientData(operation = "dead-letter.replay", roles = Role.SYSTEM_ADMIN)
    public Inbox.Replayed replay(@NotNull @Valid ReplayDeadLetters which) {
        return inbox.replayDeadLetters(which.topic(), which.key());
    }

    /** Those of all keys; a key that still fails does not hold up the others. */
    @POST
    @Path("/replay-all")
    @NoClientData(operation = "dead-letter.replay-all", roles = Role.SYSTEM_ADMIN)
    public Inbox.Replayed replayAll() {
        return inbox.replayDeadLetters();
    }

    /** Gives one up. 404 when it is not there or settled already. */
    @POST
    @Path("/{id}/discard")
    @NoClientData(operation = "dead-letter.discard", roles = Role.SYSTEM_ADMIN)
    public void discard(@PathParam("id") UUID id) {
        if (!inbox.discard(id, access.caller().subject())) {
            throw Problem.notFound();
        }
    }
}

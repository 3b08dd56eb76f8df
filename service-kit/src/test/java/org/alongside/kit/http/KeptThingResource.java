package org.alongside.kit.http;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.Role;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.time.Ids;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestResponse;

/** Makes, changes and lists things, for the tests of HTTP mechanisms. */
@Path("/kept-things")
public class KeptThingResource {

    private static final String COLUMNS = "select id, client_id, home_agency, label, version from thing";

    record Keep(@NotNull UUID clientId, @NotNull String label, boolean fail) {}

    @Inject
    EntityManager entities;

    @Inject
    AccessGate gate;

    @Inject
    AccessContext access;

    @Inject
    Idempotency idempotency;

    @Inject
    Cursors cursors;

    @POST
    @AccessPolicy(operation = "kept-thing.keep", action = Action.CREATE, roles = Role.CASE_WORKER, parts = Part.IDENTITY)
    public RestResponse<KeptThing.View> keep(@NotNull @Valid Keep body) {
        return idempotency.created("/kept-things/", body, () -> insert(body), this::read);
    }

    @PUT
    @Path("{thingId}")
    @AccessPolicy(operation = "kept-thing.label", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = Part.IDENTITY)
    public RestResponse<KeptThing.View> label(UUID thingId, @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid Keep body) {
        Etag.require(ifMatch, read(thingId).version());
        entities.createNativeQuery("update thing set label = :label, version = version + 1 where id = :id")
                .setParameter("label", body.label()).setParameter("id", thingId).executeUpdate();
        return Etag.ok(read(thingId));
    }

    @GET
    @AccessPolicy(operation = "kept-thing.list", roles = Role.CASE_WORKER, parts = Part.IDENTITY)
    public Page<KeptThing.View> list(@BeanParam PageRequest page) {
        UUID lastSeen = cursors.lastSeen("kept-thing.list", null, page);
        List<KeptThing> rows = select(" where id > :key order by id limit " + page.rowsToRead(),
                lastSeen);
        return Page.ofVisible(rows, page, thing -> gate.find(thing).map(thing::view),
                thing -> cursors.after("kept-thing.list", null, thing.recordId()));
    }

    private UUID insert(Keep body) {
        UUID id = Ids.next();
        entities.createNativeQuery("insert into thing values (:id, :client, :agency, :label, 0)").setParameter("id", id)
                .setParameter("client", body.clientId()).setParameter("agency", access.caller().agency())
                .setParameter("label", body.label()).executeUpdate();
        if (body.fail()) {
            throw Problem.of(ProblemType.CONFLICTING_STATE);
        }
        return id;
    }

    private KeptThing.View read(UUID id) {
        KeptThing thing = select(" where id = :key", id).stream().findFirst().orElseThrow(Problem::notFound);
        return thing.view(gate.disclose(thing));
    }

    private List<KeptThing> select(String where, UUID key) {
        return entities.unwrap(Session.class).createNativeQuery(COLUMNS + where, Tuple.class).setParameter("key", key)
                .getResultList()
                .stream()
                .map(row -> new KeptThing(row.get(0, UUID.class), row.get(1, UUID.class), row.get(2, UUID.class),
                        row.get(3, String.class), row.get(4, Long.class)))
                .toList();
    }
}

package org.alongside.kit.access;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.alongside.kit.caller.Role;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;

/** Operations that do right and operations that each forget something, for the tests of the kit. */
@Path("/things")
public class ThingResource {

    @Inject
    EntityManager entities;

    @Inject
    AccessGate gate;

    @Inject
    CapturedStreams streams;

    @Inject
    @DataSource("system")
    AgroalDataSource system;

    @GET
    @Path("{thingId}")
    @AccessPolicy(operation = "thing.read", roles = Role.CASE_WORKER, parts = {Part.IDENTITY,
            Part.CONTACT}, relations = {Relation.HOME_AGENCY, Relation.GRANT})
    public ThingView read(UUID thingId) {
        Thing thing = require(thingId);
        return ThingView.of(thing, gate.disclose(thing));
    }

    @POST
    @Path("{thingId}/rename")
    @AccessPolicy(operation = "thing.rename", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = Part.IDENTITY)
    public ThingView rename(UUID thingId) {
        Thing thing = require(thingId);
        thing.label = "renamed";
        return ThingView.of(thing, gate.disclose(thing));
    }

    @GET
    @Path("{thingId}/forgotten-disclosure")
    @AccessPolicy(operation = "thing.forget", roles = Role.CASE_WORKER, parts = Part.IDENTITY)
    public ThingView withoutDisclosure(UUID thingId) {
        Thing thing = require(thingId);
        return new ThingView(thing.id, thing.clientId, thing.label, EnumSet.of(Part.IDENTITY));
    }

    @GET
    @Path("{thingId}/more-than-disclosed")
    @AccessPolicy(operation = "thing.exceed", roles = Role.CASE_WORKER, parts = Part.IDENTITY)
    public ThingView moreThanDisclosed(UUID thingId) {
        Thing thing = require(thingId);
        gate.disclose(thing);
        return new ThingView(thing.id, thing.clientId, thing.label, EnumSet.of(Part.IDENTITY, Part.NOTES));
    }

    @GET
    @Path("{thingId}/undeclared-view")
    @AccessPolicy(operation = "thing.undeclared", roles = Role.CASE_WORKER, parts = Part.IDENTITY)
    public List<String> undeclaredView(UUID thingId) {
        return List.of(require(thingId).label);
    }

    /** A page whose view was disclosed, or not, or that does not say what it shows. */
    @GET
    @Path("{thingId}/page")
    @AccessPolicy(operation = "thing.page", roles = Role.CASE_WORKER, parts = Part.IDENTITY)
    public ThingPage page(UUID thingId, @QueryParam("discloses") boolean discloses, @QueryParam("says") boolean says) {
        Thing thing = require(thingId);
        if (discloses) {
            gate.disclose(thing);
        }
        ThingView view = new ThingView(thing.id, thing.clientId, thing.label, EnumSet.of(Part.IDENTITY));
        return new ThingPage(thing.label, says ? List.of(view) : List.of());
    }

    @GET
    @Path("{thingId}/conflict-after-read")
    @AccessPolicy(operation = "thing.conflict", roles = Role.CASE_WORKER, parts = Part.IDENTITY)
    public ThingView conflictAfterRead(UUID thingId) {
        gate.disclose(require(thingId));
        throw Problem.of(ProblemType.CONFLICTING_STATE);
    }

    @GET
    @Path("count")
    @AccessPolicy(operation = "thing.count", roles = {Role.CASE_WORKER,
            Role.AUDITOR}, parts = Part.IDENTITY, relations = {
                    Relation.HOME_AGENCY, Relation.OVERSIGHT})
    public ThingCount count(@QueryParam("client") UUID client) {
        return new ThingCount(countAll(), gate.discloseAggregate(client).parts());
    }

    /** Counts, a page a count; what a page of the stream forgets is told by its name. */
    @GET
    @Path("stream")
    @AccessPolicy(operation = "thing.stream", roles = Role.CASE_WORKER, parts = Part.IDENTITY)
    public Response stream(@QueryParam("pages") int pages, @QueryParam("forgets") int forgets) {
        AtomicInteger page = new AtomicInteger();
        CapturedPages<ThingCount> counts = () -> {
            int number = page.incrementAndGet();
            if (number != forgets) {
                gate.discloseAggregate(null);
            }
            return number > pages ? List.of() : List.of(new ThingCount(number, EnumSet.of(Part.IDENTITY)));
        };
        return Response.ok(streams.of(counts, new ThingLines(system)), "text/plain").build();
    }

    @GET
    @Path("stream-unguarded")
    @AccessPolicy(operation = "thing.stream-unguarded", roles = Role.CASE_WORKER, parts = Part.IDENTITY)
    public Response streamUnguarded() {
        StreamingOutput secret = out -> out.write('1');
        return Response.ok(secret, "text/plain").build();
    }

    @GET
    @Path("count-undisclosed")
    @AccessPolicy(operation = "thing.count-undisclosed", roles = Role.CASE_WORKER, parts = Part.IDENTITY)
    public ThingCount countUndisclosed() {
        return new ThingCount(countAll(), EnumSet.of(Part.IDENTITY));
    }

    @GET
    @Path("count-by-grant")
    @AccessPolicy(operation = "thing.count-by-grant", roles = Role.CASE_WORKER, parts = Part.IDENTITY, relations = Relation.GRANT)
    public ThingCount countByGrant() {
        return new ThingCount(countAll(), gate.discloseAggregate(null).parts());
    }

    /** Says it has no client data, and so has no access context: what can it read? */
    @GET
    @Path("without-context")
    @NoClientData(operation = "thing.count-without-context", roles = Role.CASE_WORKER)
    public long countWithoutContext() {
        return countAll();
    }

    @GET
    @Path("open")
    @NoClientData(operation = "thing.open", anonymous = true)
    public String open() {
        return "open";
    }

    private long countAll() {
        return entities.createQuery("select count(t) from Thing t", Long.class).getSingleResult();
    }

    private Thing require(UUID thingId) {
        Thing thing = entities.find(Thing.class, thingId);
        if (thing == null) {
            throw Problem.notFound();
        }
        return thing;
    }
}

package org.alongside.audit.tile;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.alongside.audit.accessevent.AccessEventService;
import org.alongside.auditlog.tile.TileName;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Part;
import org.alongside.kit.access.Relation;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.alongside.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * What is kept of the one bundle whose front was removed, since months do not end with a bundle: its last entries, in the encoding of
 * bundles, at an address of their own, because a bundle of tlog-tiles is whole.
 *
 * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles, "Log entries" and "Pruning"</a>
 */
@Path("/v1/log/kept/entries")
public class KeptEntriesResource {

    private final AccessEventService events;
    private final BundleStreams bundles;

    KeptEntriesResource(AccessEventService events, BundleStreams bundles) {
        this.events = events;
        this.bundles = bundles;
    }

    /** @param index for example {@code x001/x234/067} or {@code 000.p/17} */
    @GET
    @Path("{index: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "Read what is kept of a bundle whose front was removed")
    @AccessPolicy(operation = "kept-entries.read", roles = Role.AUDITOR, parts = Part.ACCESS_LOG, relations = Relation.OVERSIGHT, purpose = PurposeOfUse.HCOMPL)
    public Response read(String index) {
        TileName name = TileResource.name("tile/entries/" + index).orElseThrow(Problem::notFound);
        return bundles.of(() -> events.kept(name.firstEntry(0), name.width()));
    }
}

package org.alongside.audit.tile;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.alongside.audit.accessevent.AccessEventService;
import org.alongside.audit.accessevent.api.EntryBytes;
import org.alongside.auditlog.tile.EntryBundle;
import org.alongside.auditlog.tile.TileName;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.CapturedPages;
import org.alongside.kit.access.CapturedStreams;
import org.alongside.kit.access.Part;
import org.alongside.kit.access.Relation;
import org.alongside.kit.access.StreamFormat;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.alongside.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The entries themselves in the layout of C2SP tlog-tiles, 256 at a time. Only for auditors, who see all of them: half a bundle could not
 * be verified. Each bundle read is an access of its own.
 *
 * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles, "Log entries"</a>
 */
@Path("/v1/log/tile/entries")
public class BundleResource {

    private final AccessEventService events;
    private final CapturedStreams streams;

    BundleResource(AccessEventService events, CapturedStreams streams) {
        this.events = events;
        this.streams = streams;
    }

    /** @param index for example {@code x001/x234/067} or {@code 000.p/17} */
    @GET
    @Path("{index: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "Read a bundle of entries of the access log")
    @AccessPolicy(operation = "log-bundle.read", roles = Role.AUDITOR, parts = Part.ACCESS_LOG, relations = Relation.OVERSIGHT, purpose = PurposeOfUse.HCOMPL)
    public Response read(String index) {
        TileName name = TileResource.name("tile/entries/" + index).orElseThrow(Problem::notFound);
        return Response.ok(streams.of(new OnePage(name), new Bundle())).build();
    }

    /** The entries of the bundle, and then no more. */
    private final class OnePage implements CapturedPages<EntryBytes> {
        private final TileName name;
        private boolean read;

        OnePage(TileName name) {
            this.name = name;
        }

        @Override
        public List<EntryBytes> next() {
            if (read) {
                return List.of();
            }
            read = true;
            return events.entries(name.firstEntry(0), name.width());
        }
    }

    private static final class Bundle implements StreamFormat<EntryBytes> {
        @Override
        public void write(List<EntryBytes> page, OutputStream out) throws IOException {
            out.write(EntryBundle.bytes(page.stream().map(EntryBytes::entry).toList()));
        }
    }
}

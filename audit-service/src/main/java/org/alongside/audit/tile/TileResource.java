package org.alongside.audit.tile;

import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.alongside.auditlog.tile.TileName;
import org.alongside.kit.access.NoClientData;
import org.alongside.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Tiles of hashes in the layout of C2SP tlog-tiles, for everybody: whoever watches the log needs them, and a hash tells nothing of its
 * entry. The entries themselves are in {@link BundleResource}.
 *
 * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles</a>
 */
@Path("/v1/log/tile")
public class TileResource {

    /** A tile of a width never changes. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final TileService tiles;

    TileResource(TileService tiles) {
        this.tiles = tiles;
    }

    /** @param index for example {@code x001/x234/067} or {@code 000.p/17} */
    @GET
    @Path("{level: [0-9]+}/{index: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "Read a tile of hashes of the access log")
    @NoClientData(operation = "log-tile.read", anonymous = true)
    public Response read(String level, String index) {
        byte[] bytes = name("tile/" + level + "/" + index).flatMap(tiles::bytes).orElseThrow(Problem::notFound);
        return Response.ok(bytes).header("Cache-Control", FOR_EVER).build();
    }

    static Optional<TileName> name(String path) {
        try {
            return Optional.of(TileName.parse(path));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

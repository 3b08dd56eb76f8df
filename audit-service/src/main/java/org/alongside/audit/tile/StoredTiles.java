package org.alongside.audit.tile;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.alongside.auditlog.tile.Tile;
import org.alongside.auditlog.tile.TileName;
import org.alongside.auditlog.tile.TileSource;

/** Tiles of hashes as the database keeps them: a row for each, as wide as it has grown, which serves all its narrower widths. */
public final class StoredTiles implements TileSource {

    private static final String READ = "select width, bytes from log_tile where level = ? and tile_index = ?";
    private static final String WRITE = """
            insert into log_tile (level, tile_index, width, bytes) values (?, ?, ?, ?)
            on conflict (level, tile_index) do update set width = excluded.width, bytes = excluded.bytes""";

    private final Connection connection;

    /** @param connection whose transaction says which tiles there are */
    public StoredTiles(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Optional<byte[]> read(TileName name) throws IOException {
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setInt(1, name.level());
            read.setLong(2, name.index());
            try (ResultSet row = read.executeQuery()) {
                return row.next() && row.getInt(1) >= name.width()
                        ? Optional.of(tile(name, row).first(name.width()).bytes())
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IOException("Could not read " + name, e);
        }
    }

    private static Tile tile(TileName name, ResultSet row) throws SQLException {
        return new Tile(new TileName(name.level(), name.index(), row.getInt(1)), row.getBytes(2));
    }

    /** Each in place of the narrower one that it grew from. */
    public void write(List<Tile> tiles) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(WRITE)) {
            for (Tile tile : tiles) {
                write.setInt(1, tile.name().level());
                write.setLong(2, tile.name().index());
                write.setInt(3, tile.name().width());
                write.setBytes(4, tile.bytes());
                write.addBatch();
            }
            write.executeBatch();
        }
    }
}

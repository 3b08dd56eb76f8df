package org.alongside.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.alongside.auditlog.LeafHash;
import org.alongside.auditlog.tile.Tile;
import org.alongside.auditlog.tile.TileName;
import org.alongside.auditlog.tile.TileSource;
import org.alongside.auditlog.tile.TileWriter;
import org.alongside.auditlog.tree.TreeState;
import org.postgresql.PGConnection;

/**
 * Puts accesses of the past at the end of the log, as its appender does (entries, tiles, tree and position in one transaction under the
 * lock of log_head) but by COPY, sealed when they were accessed. Its checkpoints, proofs and verification are the real ones.
 */
final class HistoryWriter implements TileSource, AutoCloseable {

    private static final int AT_ONCE = 50_000;
    private static final String COPY = """
            copy log_entry (entry_index, sequence, at, sealed_at, epoch, event_id, access_id, agency, client, home_agency, source,
                            operation, action, kind, actor, parts, purpose, basis, outcome, entry, leaf_hash) from stdin""";
    private static final String TILE = """
            insert into log_tile (level, tile_index, width, bytes) values (?, ?, ?, ?)
            on conflict (level, tile_index) do update set width = excluded.width, bytes = excluded.bytes""";

    private final Connection connection;
    private final List<PastAccess> waiting = new ArrayList<>(AT_ONCE);

    HistoryWriter(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    /** Makes the months, oldest first. */
    void months(LocalDate from, LocalDate until) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement("select add_log_month(cast(? as timestamptz))")) {
            for (LocalDate month = from; month.isBefore(until); month = month.plusMonths(1)) {
                add.setString(1, month + "T00:00:00Z");
                add.execute();
            }
        }
        connection.commit();
    }

    /** Months that are over take entries again. */
    void open() throws SQLException {
        run("""
                do $$
                declare month log_month;
                begin
                    for month in select * from log_month where removed_at is null loop
                        execute format('alter table %I drop constraint if exists bounds', month.partition);
                    end loop;
                    update log_month set first_index = null, end_index = null where removed_at is null;
                end $$""");
    }

    /** Each month that is over says what it holds, as the service notes it when a month ends. */
    void closeMonths() throws SQLException {
        boolean more = true;
        while (more) {
            more = closeOldestMonth();
        }
    }

    private boolean closeOldestMonth() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('alongside.job', 'retention', true)");
            try (ResultSet month = statement.executeQuery("select bound_log_month()")) {
                month.next();
                return month.getString(1) != null;
            }
        } finally {
            connection.commit();
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        connection.commit();
    }

    void add(PastAccess access) {
        waiting.add(access);
        if (waiting.size() == AT_ONCE) {
            flush();
        }
    }

    void flush() {
        try {
            if (!waiting.isEmpty()) {
                write();
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write() throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet head = statement.executeQuery("select size, tree from log_head for update")) {
            head.next();
            long size = head.getLong(1);
            List<byte[]> hashes = new ArrayList<>(waiting.size());
            byte[] rows = rows(size, hashes);
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new ByteArrayInputStream(rows));
            TileWriter.Growth growth = new TileWriter(this).append(TreeState.parse(head.getBytes(2)), hashes);
            tiles(growth.tiles());
            head(size + waiting.size(), growth.state());
        }
        connection.commit();
        waiting.clear();
    }

    private byte[] rows(long first, List<byte[]> hashes) throws IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream(AT_ONCE * 2_000);
        for (PastAccess access : waiting) {
            byte[] entry = access.entry();
            byte[] hash = LeafHash.of(entry);
            String at = access.at().toString();
            rows.write(String.join("\t", Long.toString(first + hashes.size()), Long.toString(access.sequence()), at, at,
                    "1",
                    access.eventId().toString(), access.access().toString(), access.agency().toString(),
                    access.client().toString(), access.home().toString(), PastAccess.SOURCE, access.operation(),
                    access.action(), "worker", access.actor().toString(), "{identity,contact}", access.purpose(),
                    access.basis(), access.outcome(), bytea(entry), bytea(hash)).getBytes());
            rows.write('\n');
            hashes.add(hash);
        }
        return rows.toByteArray();
    }

    private static String bytea(byte[] bytes) {
        return "\\\\x" + HexFormat.of().formatHex(bytes);
    }

    private void tiles(List<Tile> tiles) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(TILE)) {
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

    /** The rules of the alerts do not look at the past. */
    private void head(long size, TreeState tree) throws SQLException {
        try (PreparedStatement head = connection.prepareStatement("update log_head set size = ?, tree = ?");
                PreparedStatement position = connection.prepareStatement("""
                        insert into source_position (source, epoch, last_sequence) values (?, 1, ?)
                        on conflict (source, epoch) do update set last_sequence = excluded.last_sequence""");
                PreparedStatement cursor = connection.prepareStatement("update alert_cursor set next_index = ?")) {
            head.setLong(1, size);
            head.setBytes(2, tree.bytes());
            head.executeUpdate();
            position.setString(1, PastAccess.SOURCE);
            position.setLong(2, waiting.get(waiting.size() - 1).sequence());
            position.executeUpdate();
            cursor.setLong(1, size);
            cursor.executeUpdate();
        }
    }

    @Override
    public Optional<byte[]> read(TileName name) throws IOException {
        try (PreparedStatement read = connection
                .prepareStatement("select bytes from log_tile where level = ? and tile_index = ? and width >= ?")) {
            read.setInt(1, name.level());
            read.setLong(2, name.index());
            read.setInt(3, name.width());
            try (ResultSet row = read.executeQuery()) {
                return row.next()
                        ? Optional.of(new Tile(name.full(), padded(row.getBytes(1))).first(name.width()).bytes())
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static byte[] padded(byte[] bytes) {
        return Arrays.copyOf(bytes, TileName.FULL * 32);
    }

    @Override
    public void close() {
        flush();
    }
}

package org.alongside.audit.alert;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.alongside.audit.work.Access;

/**
 * The entries that nobody has judged yet, in the order of the log, up to the first that is too young.
 *
 * @param entries all of them, jobs of the suite included
 * @param judged those of workers and partners
 */
record NewEntries(int entries, List<Access> judged, Instant oldestSealed) {

    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);
    private static final String READ = """
            select entry_index, at, kind, actor, agency, client, home_agency, operation, action, parts, basis, outcome, sealed_at
              from log_entry where entry_index >= ? order by entry_index limit ?""";

    /**
     * @param sealedUntil entries sealed later than that wait, and all behind them
     * @param now         entries sealed long after it were sealed by a clock that was wrong, and do not wait until it is right
     */
    static NewEntries read(Connection connection, long from, int limit, Instant sealedUntil, Instant now)
            throws SQLException {
        Instant impossible = now.plus(CLOCKS_APART);
        List<Access> judged = new ArrayList<>();
        int entries = 0;
        Instant oldest = null;
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setLong(1, from);
            read.setInt(2, limit);
            try (ResultSet row = read.executeQuery()) {
                while (row.next() && (!time(row, 13).isAfter(sealedUntil) || time(row, 13).isAfter(impossible))) {
                    entries++;
                    oldest = oldest == null ? time(row, 13) : oldest;
                    if (!"system".equals(row.getString(3))) {
                        judged.add(access(row));
                    }
                }
            }
        }
        return new NewEntries(entries, judged, oldest);
    }

    private static Access access(ResultSet row) throws SQLException {
        return new Access(row.getLong(1), time(row, 2), row.getString(3), row.getString(4),
                row.getObject(5, UUID.class), row.getObject(6, UUID.class), row.getObject(7, UUID.class),
                row.getString(8), row.getString(9), List.of((String[]) row.getArray(10).getArray()), row.getString(11),
                row.getString(12));
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

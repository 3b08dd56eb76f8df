package org.alongside.audit.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.alongside.auditlog.LogEntry;

/**
 * How far the log has got with each source, within one transaction that holds {@code log_head}. Decides which arrivals are new.
 *
 * <p>
 * A sequence beyond the next one is taken and what lies between is a gap: a range that is lost does not stop the log for ever. A
 * sequence that was passed before is taken when it is missing in a gap, which shrinks the gap, and is a double otherwise.
 */
final class SourcePositions {

    private static final String READ = """
            select coalesce((select last_sequence from source_position where source = ? and epoch = ?), 0),
                   exists (select from log_gap where source = ? and epoch = ? and filled_at is null)""";
    private static final String WRITE = """
            insert into source_position (source, epoch, last_sequence) values (?, ?, ?)
            on conflict (source, epoch) do update set last_sequence = excluded.last_sequence""";
    private static final String OPEN_GAP = """
            insert into log_gap (source, epoch, from_sequence, to_sequence, missing, found_at)
            values (?, ?, ?, ?, int8multirange(int8range(?, ?, '[]')), ?)""";
    private static final String FILL = """
            update log_gap g set missing = left_over.missing, filled_at = case when isempty(left_over.missing) then ? end
              from (select source, epoch, from_sequence,
                           missing - int8multirange(int8range(?, ?, '[]')) as missing
                      from log_gap
                     where source = ? and epoch = ? and filled_at is null and missing @> ?::bigint) left_over
             where g.source = left_over.source and g.epoch = left_over.epoch
               and g.from_sequence = left_over.from_sequence""";

    private final Connection connection;
    private final OffsetDateTime now;
    private final Map<Place, Position> positions = new HashMap<>();
    private final List<Gap> gaps = new ArrayList<>();
    private int filled;

    SourcePositions(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now.atOffset(ZoneOffset.UTC);
    }

    private record Place(String source, int epoch) {}

    private static final class Position {
        private long last;
        private boolean hasGaps;
    }

    /** False when the entry is in the log already. */
    boolean take(LogEntry entry) throws SQLException {
        Position position = position(entry);
        if (entry.sequence() <= position.last) {
            return position.hasGaps && entry.sequence() < position.last && fill(entry);
        }
        if (entry.sequence() > position.last + 1) {
            openGap(new Gap(entry.source(), entry.epoch(), position.last + 1, entry.sequence() - 1));
            position.hasGaps = true;
        }
        position.last = entry.sequence();
        return true;
    }

    /** Gaps that showed in this transaction. */
    List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    /** How many entries taken had been missing. */
    int filled() {
        return filled;
    }

    void write() throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(WRITE)) {
            for (Map.Entry<Place, Position> each : positions.entrySet()) {
                write.setString(1, each.getKey().source());
                write.setInt(2, each.getKey().epoch());
                write.setLong(3, each.getValue().last);
                write.addBatch();
            }
            write.executeBatch();
        }
    }

    private Position position(LogEntry entry) throws SQLException {
        Place place = new Place(entry.source(), entry.epoch());
        Position known = positions.get(place);
        if (known == null) {
            known = read(place);
            positions.put(place, known);
        }
        return known;
    }

    private Position read(Place place) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setString(1, place.source());
            read.setInt(2, place.epoch());
            read.setString(3, place.source());
            read.setInt(4, place.epoch());
            try (ResultSet row = read.executeQuery()) {
                row.next();
                Position position = new Position();
                position.last = row.getLong(1);
                position.hasGaps = row.getBoolean(2);
                return position;
            }
        }
    }

    private void openGap(Gap gap) throws SQLException {
        try (PreparedStatement open = connection.prepareStatement(OPEN_GAP)) {
            open.setString(1, gap.source());
            open.setInt(2, gap.epoch());
            open.setLong(3, gap.from());
            open.setLong(4, gap.to());
            open.setLong(5, gap.from());
            open.setLong(6, gap.to());
            open.setObject(7, now);
            open.executeUpdate();
        }
        gaps.add(gap);
    }

    private boolean fill(LogEntry entry) throws SQLException {
        try (PreparedStatement fill = connection.prepareStatement(FILL)) {
            fill.setObject(1, now);
            fill.setLong(2, entry.sequence());
            fill.setLong(3, entry.sequence());
            fill.setString(4, entry.source());
            fill.setInt(5, entry.epoch());
            fill.setLong(6, entry.sequence());
            boolean wasMissing = fill.executeUpdate() == 1;
            filled += wasMissing ? 1 : 0;
            return wasMissing;
        }
    }
}

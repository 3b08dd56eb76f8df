package org.alongside.audit.work;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How often each actor was refused in each span of five minutes. Holds what concerns a batch, within one transaction. */
public final class Refusals {

    private static final Duration SPAN = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofDays(2);

    private static final String FORGET = "delete from refusal_span where actor = any (?) and span < ?";
    private static final String READ = "select actor, span, refusals from refusal_span where actor = any (?) and span >= ?";
    private static final String WRITE = """
            insert into refusal_span (actor, span, refusals) values (?, ?, ?)
            on conflict (actor, span) do update set refusals = excluded.refusals""";

    private final Map<Place, Integer> counts = new HashMap<>();
    private final Set<Place> changed = new HashSet<>();

    private Refusals() {}

    private record Place(String actor, Instant span) {

        static Place of(String actor, Instant at) {
            return new Place(actor, Instant.ofEpochSecond(at.getEpochSecond() / SPAN.toSeconds() * SPAN.toSeconds()));
        }

        Place before() {
            return new Place(actor, span.minus(SPAN));
        }
    }

    public static Refusals read(Connection connection, List<Access> batch) throws SQLException {
        Refusals refusals = new Refusals();
        List<Access> refused = batch.stream().filter(Access::isRefused).toList();
        if (!refused.isEmpty()) {
            refusals.readSpans(connection, refused);
        }
        return refusals;
    }

    public void take(Access access) {
        if (access.isRefused()) {
            Place place = Place.of(access.actor(), access.at());
            counts.merge(place, 1, Integer::sum);
            changed.add(place);
        }
    }

    /** Refusals in the span of this time and the one before it. */
    public int around(String actor, Instant at) {
        Place place = Place.of(actor, at);
        return counts.getOrDefault(place, 0) + counts.getOrDefault(place.before(), 0);
    }

    public void write(Connection connection) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(WRITE)) {
            for (Place place : changed) {
                write.setString(1, place.actor());
                write.setObject(2, utc(place.span()));
                write.setInt(3, counts.get(place));
                write.addBatch();
            }
            write.executeBatch();
        }
    }

    private void readSpans(Connection connection, List<Access> refused) throws SQLException {
        Instant first = refused.stream().map(Access::at).min(Instant::compareTo).orElseThrow();
        Array actors = connection.createArrayOf("text", refused.stream().map(Access::actor).distinct().toArray());
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setArray(1, actors);
            forget.setObject(2, utc(first.minus(KEPT)));
            forget.executeUpdate();
        }
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setArray(1, actors);
            read.setObject(2, utc(first.minus(SPAN.multipliedBy(2))));
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    counts.put(new Place(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()),
                            row.getInt(3));
                }
            }
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

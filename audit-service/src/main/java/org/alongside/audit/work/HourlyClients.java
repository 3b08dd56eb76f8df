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
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * How many clients each worker opens in each hour, and what is usual for the worker.
 *
 * <p>
 * Holds what concerns the workers of a batch of accesses, within the transaction that it was read in. Hours that ended before the batch
 * are folded into the worker's profile first: the peak fades by 1 % with each of them, and an hour above the limit raises it by a tenth
 * at most, so that one flood does not make the next one usual, and a worker whose work has grown is not an alert for ever.
 */
public final class HourlyClients {

    /** Hours of work before there is a baseline. */
    private static final int KNOWN_HOURS = 20;
    private static final int ABOVE_PEAK = 2;
    private static final double FADING = 0.99;
    private static final double GROWING = 1.1;
    /** An access may come into the log this late and still be counted in its hour. */
    private static final Duration LATE = Duration.ofDays(2);

    private static final String FOLD = """
            with ended as (
                update worker_hour set folded = true where not folded and worker = any (?) and hour < ?
                returning worker, clients),
            sums as (select worker, count(*) as hours, max(clients) as most from ended group by worker)
            update worker_profile p set hours = p.hours + s.hours,
                   peak = case when s.most <= case when p.hours < ? then ? else greatest(?, ? * p.peak) end
                               then greatest(p.peak * power(?, s.hours), s.most)
                               else greatest(p.peak, ? / 2.0) * ? end
              from sums s where p.worker = s.worker""";
    private static final String FORGET_CLIENTS = """
            delete from worker_hour_client where worker = any (?) and hour < ?""";
    private static final String FORGET_HOURS = "delete from worker_hour where worker = any (?) and hour < ? and folded";
    private static final String PROFILES = """
            select worker, first_seen, hours, peak from worker_profile where worker = any (?)""";
    private static final String ADD_PROFILE = """
            insert into worker_profile (worker, first_seen) values (?, ?) on conflict do nothing""";
    private static final String ADD_CLIENTS = """
            insert into worker_hour_client (worker, hour, client) select * from unnest (?::text[], ?::timestamptz[], ?::uuid[])
            on conflict do nothing returning worker, hour, client""";
    private static final String HOURS = "select worker, hour, clients from worker_hour where worker = any (?) and hour >= ?";
    private static final String WRITE_HOUR = """
            insert into worker_hour (worker, hour, clients) values (?, ?, ?)
            on conflict (worker, hour) do update set clients = excluded.clients""";

    private final int least;
    private final int unknown;
    private final Map<String, Profile> profiles = new HashMap<>();
    private final Map<Place, Integer> counts = new HashMap<>();
    private final Set<Opened> uncounted = new HashSet<>();
    private final Set<Place> changed = new HashSet<>();

    private HourlyClients(int least, int unknown) {
        this.least = least;
        this.unknown = unknown;
    }

    /**
     * A worker's hour.
     *
     * @param clients opened in it so far
     * @param limit most that is usual for the worker
     */
    public record Hour(Instant start, int clients, int limit) {}

    private record Profile(Instant firstSeen, int hours, double peak) {}

    private record Place(String worker, Instant hour) {}

    private record Opened(Place place, UUID client) {}

    /**
     * @param least clients in an hour that are usual for everyone
     * @param unknown the same for those whose usual hour is not known yet
     */
    public static HourlyClients read(Connection connection, List<Access> batch, int least, int unknown)
            throws SQLException {
        HourlyClients hourly = new HourlyClients(least, unknown);
        List<Access> counted = batch.stream().filter(HourlyClients::counts).toList();
        if (!counted.isEmpty()) {
            hourly.read(connection, counted);
        }
        return hourly;
    }

    /** Counts the client of an access, once an hour. */
    public void take(Access access) {
        Place place = place(access);
        if (counts(access) && uncounted.remove(new Opened(place, access.client()))) {
            counts.merge(place, 1, Integer::sum);
            changed.add(place);
        }
    }

    /** Whether a worker opened a client at that time or before. */
    public boolean knownSince(String worker, Instant time) {
        Profile profile = profiles.get(worker);
        return profile != null && !profile.firstSeen().isAfter(time);
    }

    public Hour hour(String worker, Instant at) {
        Place place = new Place(worker, at.truncatedTo(ChronoUnit.HOURS));
        return new Hour(place.hour(), counts.getOrDefault(place, 0), limit(profiles.get(worker)));
    }

    public void write(Connection connection) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(WRITE_HOUR)) {
            for (Place place : changed) {
                write.setString(1, place.worker());
                write.setObject(2, utc(place.hour()));
                write.setInt(3, counts.get(place));
                write.addBatch();
            }
            write.executeBatch();
        }
    }

    private static boolean counts(Access access) {
        return access.opensRecord() && access.byWorker();
    }

    private static Place place(Access access) {
        return new Place(access.actor(), access.at().truncatedTo(ChronoUnit.HOURS));
    }

    private int limit(Profile profile) {
        return profile == null || profile.hours() < KNOWN_HOURS
                ? unknown
                : (int) Math.max(least, ABOVE_PEAK * profile.peak());
    }

    private void read(Connection connection, List<Access> batch) throws SQLException {
        Instant first = batch.stream().map(access -> place(access).hour()).min(Instant::compareTo).orElseThrow();
        Array workers = connection.createArrayOf("text", batch.stream().map(Access::actor).distinct().toArray());
        addProfiles(connection, batch);
        fold(connection, workers, first);
        forget(connection, FORGET_CLIENTS, workers, first.minus(LATE));
        forget(connection, FORGET_HOURS, workers, first.minus(LATE));
        readProfiles(connection, workers);
        readHours(connection, workers, first);
        addClients(connection, batch.stream().map(access -> new Opened(place(access), access.client())).distinct()
                .toList());
    }

    private static void addProfiles(Connection connection, List<Access> batch) throws SQLException {
        Map<String, Instant> firstSeen = new HashMap<>();
        batch.forEach(access -> firstSeen.merge(access.actor(), access.at(), (a, b) -> a.isBefore(b) ? a : b));
        try (PreparedStatement add = connection.prepareStatement(ADD_PROFILE)) {
            for (Map.Entry<String, Instant> each : firstSeen.entrySet()) {
                add.setString(1, each.getKey());
                add.setObject(2, utc(each.getValue()));
                add.addBatch();
            }
            add.executeBatch();
        }
    }

    private void fold(Connection connection, Array workers, Instant before) throws SQLException {
        try (PreparedStatement fold = connection.prepareStatement(FOLD)) {
            fold.setArray(1, workers);
            fold.setObject(2, utc(before));
            fold.setInt(3, KNOWN_HOURS);
            fold.setInt(4, unknown);
            fold.setInt(5, least);
            fold.setInt(6, ABOVE_PEAK);
            fold.setDouble(7, FADING);
            fold.setInt(8, least);
            fold.setDouble(9, GROWING);
            fold.executeUpdate();
        }
    }

    private static void forget(Connection connection, String sql, Array workers, Instant before) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(sql)) {
            forget.setArray(1, workers);
            forget.setObject(2, utc(before));
            forget.executeUpdate();
        }
    }

    private void readProfiles(Connection connection, Array workers) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(PROFILES)) {
            read.setArray(1, workers);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    profiles.put(row.getString(1), new Profile(row.getObject(2, OffsetDateTime.class).toInstant(),
                            row.getInt(3), row.getDouble(4)));
                }
            }
        }
    }

    private void readHours(Connection connection, Array workers, Instant from) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(HOURS)) {
            read.setArray(1, workers);
            read.setObject(2, utc(from));
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    counts.put(new Place(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()),
                            row.getInt(3));
                }
            }
        }
    }

    /** The database says which clients are new to their hour. */
    private void addClients(Connection connection, Collection<Opened> opened) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(ADD_CLIENTS)) {
            add.setArray(1, connection.createArrayOf("text",
                    opened.stream().map(each -> each.place().worker()).toArray()));
            add.setArray(2, connection.createArrayOf("timestamptz",
                    opened.stream().map(each -> utc(each.place().hour()).toString()).toArray()));
            add.setArray(3, connection.createArrayOf("uuid", opened.stream().map(Opened::client).toArray()));
            try (ResultSet row = add.executeQuery()) {
                while (row.next()) {
                    Instant hour = row.getObject(2, OffsetDateTime.class).toInstant();
                    uncounted.add(new Opened(new Place(row.getString(1), hour), row.getObject(3, UUID.class)));
                }
            }
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

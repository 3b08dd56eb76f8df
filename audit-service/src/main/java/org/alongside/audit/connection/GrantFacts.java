package org.alongside.audit.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which agencies were connected with which clients by a consent or a referral, from this service's own copy of the grants. Holds what
 * concerns some clients.
 */
public final class GrantFacts {

    /** A revocation may take this long to reach a service, and clocks differ a little. */
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    private static final String AS_OF = "select as_of from grant_feed where as_of is not null";
    private static final String READ = """
            select client_id, grantee, valid_from, least(valid_until, revoked_at)
              from access_grant where client_id = any (?)""";

    private final Instant asOf;
    private final Map<Pair, List<Span>> spans = new HashMap<>();

    private GrantFacts(Instant asOf) {
        this.asOf = asOf;
    }

    private record Pair(UUID client, UUID agency) {}

    private record Span(Instant from, Instant until) {

        boolean holds(Instant at) {
            return !at.isBefore(from.minus(TOLERANCE)) && at.isBefore(until.plus(TOLERANCE));
        }
    }

    public static GrantFacts read(Connection connection, Collection<UUID> clients) throws SQLException {
        GrantFacts facts = new GrantFacts(asOf(connection));
        facts.readGrants(connection, clients);
        return facts;
    }

    /** Up to when the copy is complete; {@code null} when it never was. */
    public static Instant asOf(Connection connection) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(AS_OF); ResultSet row = read.executeQuery()) {
            return row.next() ? row.getObject(1, OffsetDateTime.class).toInstant() : null;
        }
    }

    /** Whether every grant that held at that time is known. */
    public boolean completeAt(Instant at) {
        return asOf != null && !asOf.isBefore(at);
    }

    public boolean connects(UUID client, UUID agency, Instant at) {
        return spans.getOrDefault(new Pair(client, agency), List.of()).stream().anyMatch(span -> span.holds(at));
    }

    private void readGrants(Connection connection, Collection<UUID> clients) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setArray(1, connection.createArrayOf("uuid", clients.toArray()));
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    Span span = new Span(row.getObject(3, OffsetDateTime.class).toInstant(),
                            row.getObject(4, OffsetDateTime.class).toInstant());
                    spans.computeIfAbsent(new Pair(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                            pair -> new ArrayList<>()).add(span);
                }
            }
        }
    }
}

package org.alongside.audit.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which clients have no open case any more, and since when. Holds what concerns some clients. */
public final class CaseFacts {

    private static final String READ = """
            select client_id, max(closed_at) from client_case where client_id = any (?)
             group by client_id having bool_and(status = 'closed')""";

    private final Map<UUID, Instant> closed = new HashMap<>();

    private CaseFacts() {}

    public static CaseFacts read(Connection connection, Collection<UUID> clients) throws SQLException {
        CaseFacts facts = new CaseFacts();
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setArray(1, connection.createArrayOf("uuid", clients.toArray()));
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    facts.closed.put(row.getObject(1, UUID.class), row.getObject(2, OffsetDateTime.class).toInstant());
                }
            }
        }
        return facts;
    }

    /** When the last case was closed; empty when one is not, and when none is known. */
    public Optional<Instant> closedSince(UUID client) {
        return Optional.ofNullable(closed.get(client));
    }
}

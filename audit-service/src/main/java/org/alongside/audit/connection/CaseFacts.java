package org.alongside.audit.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which clients have no open case any more, and since when. Holds what concerns some clients. */
public final class CaseFacts {

    private static final String READ = """
            select client_id, case when bool_and(status = 'closed') then max(closed_at) end
              from client_case where client_id = any (?) group by client_id""";

    /** Empty for a client with a case that is not closed. */
    private final Map<UUID, Optional<Instant>> closed = new HashMap<>();

    private CaseFacts() {}

    public static CaseFacts read(Connection connection, Collection<UUID> clients) throws SQLException {
        CaseFacts facts = new CaseFacts();
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setArray(1, connection.createArrayOf("uuid", clients.toArray()));
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    OffsetDateTime closed = row.getObject(2, OffsetDateTime.class);
                    facts.closed.put(row.getObject(1, UUID.class),
                            closed == null ? Optional.empty() : Optional.of(closed.toInstant()));
                }
            }
        }
        return facts;
    }

    /**
     * When the last case was closed; empty when one is not, and when none is known.
     *
     * @param records of one person
     */
    public Optional<Instant> closedSince(Set<UUID> records) {
        List<Optional<Instant>> known = records.stream().map(closed::get).filter(Objects::nonNull).toList();
        return known.stream().allMatch(Optional::isPresent)
                ? known.stream().flatMap(Optional::stream).max(Comparator.naturalOrder())
                : Optional.empty();
    }
}

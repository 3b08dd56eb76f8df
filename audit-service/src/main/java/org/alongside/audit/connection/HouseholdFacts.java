package org.alongside.audit.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who lives with some clients: clients who stand on one list. Two lists that share a member do not make one household, or a divorced
 * family would be one.
 */
public final class HouseholdFacts {

    private static final String READ = """
            select asked, member from household, unnest(members) asked, unnest(members) member
             where members && ? and asked = any (?) and member <> asked""";

    private final Map<UUID, Set<UUID>> together = new HashMap<>();

    private HouseholdFacts() {}

    public static HouseholdFacts read(Connection connection, Collection<UUID> clients) throws SQLException {
        HouseholdFacts facts = new HouseholdFacts();
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setArray(1, connection.createArrayOf("uuid", clients.toArray()));
            read.setArray(2, connection.createArrayOf("uuid", clients.toArray()));
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    facts.together.computeIfAbsent(row.getObject(1, UUID.class), client -> new HashSet<>())
                            .add(row.getObject(2, UUID.class));
                }
            }
        }
        return facts;
    }

    /** Clients who live with one; none for a client of whose household nothing was told. */
    public Set<UUID> with(UUID client) {
        return together.getOrDefault(client, Set.of());
    }

    /** All who live with any of the clients. */
    public Set<UUID> all() {
        Set<UUID> all = new HashSet<>();
        together.values().forEach(all::addAll);
        return all;
    }
}

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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which records are of one person, as intake-service tells of merges. Holds what concerns some clients. */
public final class Persons {

    private static final String READ = """
            with person as (
                select asked, coalesce(m.survivor_id, asked) as survivor
                  from unnest(?::uuid[]) asked left join merged_client m on m.client_id = asked)
            select asked, survivor from person where survivor <> asked
             union
            select asked, o.client_id from person join merged_client o on o.survivor_id = survivor and o.client_id <> asked""";

    private final Map<UUID, Set<UUID>> others = new HashMap<>();

    private Persons() {}

    public static Persons read(Connection connection, Collection<UUID> clients) throws SQLException {
        Persons persons = new Persons();
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setArray(1, connection.createArrayOf("uuid", clients.toArray()));
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    persons.others.computeIfAbsent(row.getObject(1, UUID.class), client -> new HashSet<>())
                            .add(row.getObject(2, UUID.class));
                }
            }
        }
        return persons;
    }

    /** All records of the person of whom this is one, itself included. */
    public Set<UUID> recordsOf(UUID client) {
        return Stream.concat(Stream.of(client), others.getOrDefault(client, Set.of()).stream())
                .collect(Collectors.toSet());
    }

    /** These clients by all their records. */
    public Set<UUID> recordsOf(Collection<UUID> clients) {
        return clients.stream().flatMap(client -> recordsOf(client).stream()).collect(Collectors.toSet());
    }
}

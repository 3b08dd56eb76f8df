package org.alongside.audit.conflict;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.alongside.kit.code.Coded;

/** What has been declared about some clients. */
public final class Conflicts {

    private static final String READ = """
            select client, worker, relation, declared_at, coalesce(withdrawn_at, 'infinity')
              from conflict_declaration where client = any (?) order by declared_at""";

    private final List<Declared> declared = new ArrayList<>();

    private Conflicts() {}

    private record Declared(UUID client, String worker, Relation relation, OffsetDateTime from, OffsetDateTime until) {

        boolean holds(Instant at) {
            return !at.isBefore(from.toInstant())
                    && (until.equals(OffsetDateTime.MAX) || at.isBefore(until.toInstant()));
        }
    }

    public static Conflicts read(Connection connection, Collection<UUID> clients) throws SQLException {
        Conflicts conflicts = new Conflicts();
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setArray(1, connection.createArrayOf("uuid", clients.toArray()));
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    conflicts.declared.add(new Declared(row.getObject(1, UUID.class), row.getString(2),
                            Coded.stored(Relation.class, row.getString(3)), row.getObject(4, OffsetDateTime.class),
                            row.getObject(5, OffsetDateTime.class)));
                }
            }
        }
        return conflicts;
    }

    /** The relation that a worker had declared for a client at a time; the household before all others. */
    public Optional<Relation> relation(String worker, UUID client, Instant at) {
        return declared.stream().filter(each -> each.client().equals(client) && each.worker().equals(worker))
                .filter(each -> each.holds(at)).map(Declared::relation).min(Relation::compareTo);
    }
}

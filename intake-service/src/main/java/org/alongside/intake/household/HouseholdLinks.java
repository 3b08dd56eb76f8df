package org.alongside.intake.household;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.alongside.intake.client.Client;
import org.alongside.intake.household.api.Member;
import org.alongside.intake.household.api.Relation;
import org.alongside.kit.code.Coded;
import org.hibernate.Session;

/** Members of households who are clients themselves. */
@ApplicationScoped
class HouseholdLinks {

    /** As many as a list has members: whoever reads one household reads of all these clients. */
    static final int MOST_LISTS = 50;

    private static final String ONE_WRITER = """
            select pg_advisory_xact_lock(hashtextextended('alongside.household ' || cast(? as text), 0))""";
    private static final String DELETE = "delete from household_link where client_id = ?";
    private static final String INSERT = """
            insert into household_link (client_id, member_client_id, home_agency, relation, from_date, until_date)
            values (?, ?, ?, ?, ?, ?)""";
    private static final String FROM_OTHERS = """
            select client_id, relation, from_date, until_date from household_link
             where member_client_id = ? order by client_id""";
    private static final String CROWDED = """
            select member_client_id from household_link where member_client_id = any (?) and client_id <> ?
             group by member_client_id having count(*) >= ?""";
    private static final String LIVING = """
            select member_client_id from household_link
             where client_id = ? and (until_date is null or until_date >= ?) order by member_client_id""";
    private static final String DESCENDANTS = """
            with recursive edge (parent, child) as (
                select client_id, member_client_id from household_link where relation = 'child' and client_id <> ?
                union all
                select member_client_id, client_id from household_link where relation = 'parent' and client_id <> ?),
            line (origin, descendant) as (
                select origin, origin from unnest(?::uuid[]) origin
                union
                select line.origin, edge.child from line join edge on edge.parent = line.descendant)
            select origin, descendant from line""";

    private final EntityManager entities;

    HouseholdLinks(EntityManager entities) {
        this.entities = entities;
    }

    /** Holds the households of an agency until the transaction ends: two changes at once could make a cycle that neither sees. */
    void hold(UUID homeAgency) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement lock = connection.prepareStatement(ONE_WRITER)) {
                lock.setObject(1, homeAgency);
                lock.execute();
            }
        });
    }

    /** Replaces the links of a client's own list. */
    void replace(Client client, List<Member> members) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
                delete.setObject(1, client.clientId());
                delete.executeUpdate();
            }
            insert(connection, client, members);
        });
    }

    private static void insert(Connection connection, Client client, List<Member> members) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Member member : members) {
                insert.setObject(1, client.clientId());
                insert.setObject(2, member.clientId());
                insert.setObject(3, client.homeAgency());
                insert.setString(4, member.relation().code());
                insert.setObject(5, member.from());
                insert.setObject(6, member.until());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Clients with whose household this one was recorded, by what they are to this one. */
    List<Member> fromOthers(UUID clientId) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement read = connection.prepareStatement(FROM_OTHERS)) {
                read.setObject(1, clientId);
                return members(read);
            }
        });
    }

    /** Those of the members who stand on as many lists of others as anybody may. */
    Set<UUID> inManyLists(List<Member> members, UUID clientId) {
        Object[] clients = members.stream().map(Member::clientId).filter(Objects::nonNull).toArray();
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement read = connection.prepareStatement(CROWDED)) {
                read.setArray(1, connection.createArrayOf("uuid", clients));
                read.setObject(2, clientId);
                read.setInt(3, MOST_LISTS);
                Set<UUID> crowded = new HashSet<>();
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        crowded.add(row.getObject(1, UUID.class));
                    }
                }
                return crowded;
            }
        });
    }

    /** Of a client's own list, those who still live there on a day. */
    List<UUID> living(UUID clientId, LocalDate day) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement read = connection.prepareStatement(LIVING)) {
                read.setObject(1, clientId);
                read.setObject(2, day);
                return ids(read);
            }
        });
    }

    private static List<UUID> ids(PreparedStatement read) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (ResultSet row = read.executeQuery()) {
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    private static List<Member> members(PreparedStatement read) throws SQLException {
        List<Member> members = new ArrayList<>();
        try (ResultSet row = read.executeQuery()) {
            while (row.next()) {
                members.add(new Member(row.getObject(1, UUID.class), null, null,
                        Coded.stored(Relation.class, row.getString(2)).inverse(), row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class)));
            }
        }
        return members;
    }

    /**
     * The descendants of each of some clients, itself included, as far as other lists than the one of {@code clientId} say.
     */
    Map<UUID, Set<UUID>> descendants(Collection<UUID> origins, UUID clientId) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement read = connection.prepareStatement(DESCENDANTS)) {
                read.setObject(1, clientId);
                read.setObject(2, clientId);
                read.setArray(3, connection.createArrayOf("uuid", origins.toArray()));
                return descendants(read);
            }
        });
    }

    private static Map<UUID, Set<UUID>> descendants(PreparedStatement read) throws SQLException {
        Map<UUID, Set<UUID>> descendants = new HashMap<>();
        try (ResultSet row = read.executeQuery()) {
            while (row.next()) {
                descendants.computeIfAbsent(row.getObject(1, UUID.class), origin -> new HashSet<>())
                        .add(row.getObject(2, UUID.class));
            }
        }
        return descendants;
    }
}

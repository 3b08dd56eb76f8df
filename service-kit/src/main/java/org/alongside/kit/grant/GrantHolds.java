package org.alongside.kit.grant;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.hibernate.Session;

/**
 * Brings reads by a grant and its revocation into one order where grants are written: no transaction that rests on a grant commits after the
 * one that ends it. A revocation waits only for those that are about to commit, half a second at most, and nobody comes before it who
 * came after it.
 */
@ApplicationScoped
public class GrantHolds {

    private static final String HOLD = "select hold_grants(?)";
    private static final String END = "select end_grants(?)";

    private final EntityManager entities;
    private final GrantConfig config;

    GrantHolds(EntityManager entities, GrantConfig config) {
        this.entities = entities;
        this.config = config;
    }

    /**
     * Keeps grants from ending before the current transaction does; to be called right before its commit. A copy does nothing: it learns of
     * a revocation when it does.
     *
     * @param used ids of the grants that the transaction rests on
     * @throws Problem {@code grants-stale} when one was revoked since it was found
     */
    public void hold(Collection<UUID> used) {
        if (config.master() && !used.isEmpty() && !session().doReturningWork(connection -> held(connection, used))) {
            throw Problem.of(ProblemType.GRANTS_STALE);
        }
    }

    /** Waits for the transactions that hold one of the grants; to be called before these are ended, in the same transaction. */
    public void awaitReaders(Collection<UUID> ending) {
        session().doWork(connection -> {
            try (PreparedStatement end = connection.prepareStatement(END)) {
                end.setArray(1, connection.createArrayOf("uuid", ending.toArray()));
                end.execute();
            }
        });
    }

    private static boolean held(Connection connection, Collection<UUID> used) throws SQLException {
        try (PreparedStatement hold = connection.prepareStatement(HOLD)) {
            hold.setArray(1, connection.createArrayOf("uuid", used.toArray()));
            try (ResultSet row = hold.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}

package org.alongside.kit.grant;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;

/** This service's copy of the grants, and how far it is true. */
@ApplicationScoped
class GrantCopy {

    static final String TOPIC = "intake.grant.v1";

    private static final String STORE = """
            insert into access_grant (id, client_id, home_agency, grantee, parts, purposes, basis, basis_id, consent_id,
                                      valid_from, valid_until, revoked_at, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set valid_until = excluded.valid_until, revoked_at = excluded.revoked_at,
                   version = excluded.version
             where access_grant.version < excluded.version""";

    /**
     * A dead letter among the grants may be a revocation: the copy is then not complete, whatever the heartbeat says, and goes
     * stale until the letter is settled.
     */
    private static final String ADVANCE = """
            insert into grant_feed (as_of)
            select ? where not exists (select 1 from dead_letter where topic = ? and state in ('waiting', 'unreadable'))
            on conflict (only_row) do update set as_of = excluded.as_of where grant_feed.as_of < excluded.as_of""";

    private final EntityManager entities;

    GrantCopy(EntityManager entities) {
        this.entities = entities;
    }

    void store(GrantState grant) {
        entities.unwrap(Session.class).doWork(connection -> store(connection, grant));
    }

    void completeUpTo(Instant asOf) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement advance = connection.prepareStatement(ADVANCE)) {
                advance.setObject(1, utc(asOf));
                advance.setString(2, TOPIC);
                advance.executeUpdate();
            }
        });
    }

    private static void store(Connection connection, GrantState grant) throws SQLException {
        try (PreparedStatement store = connection.prepareStatement(STORE)) {
            store.setObject(1, grant.grantId());
            store.setObject(2, grant.clientId());
            store.setObject(3, grant.homeAgency());
            store.setObject(4, grant.grantee());
            store.setArray(5, connection.createArrayOf("text", grant.parts().toArray()));
            store.setArray(6, connection.createArrayOf("text", grant.purposes().toArray()));
            store.setString(7, grant.basis());
            store.setObject(8, grant.basisId());
            store.setObject(9, grant.consentId());
            store.setObject(10, utc(grant.validFrom()));
            store.setObject(11, utc(grant.validUntil()));
            store.setObject(12, grant.revokedAt() == null ? null : utc(grant.revokedAt()));
            store.setLong(13, grant.version());
            store.executeUpdate();
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

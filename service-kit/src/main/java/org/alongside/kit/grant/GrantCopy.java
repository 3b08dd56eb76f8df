package org.alongside.kit.grant;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.alongside.kit.event.Event;
import org.alongside.kit.restriction.Restriction;
import org.alongside.kit.restriction.Restrictions;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * This service's copy of the grants, and how far it is true.
 *
 * <p>
 * The copy remembers which sequences of the topic it has applied. A heartbeat says which one was the last told, and moves
 * {@code as_of} on only if none of the epoch up to there is missing: not one that Kafka lost or no longer keeps, not one that is
 * a dead letter, not one of a type unknown here, for each may have been a revocation. Until then the copy grows stale and
 * requests that rest on a grant are refused. Two things make it whole:
 * <ul>
 * <li>the missing events, whether they come late, are replayed by intake-service, or are dead letters replayed here;
 * <li>a republication by intake-service. It tells all grants anew, ended ones too, and then the last sequence given before it
 * began, up to which nothing is needed any more. Its own events have to arrive without a gap like any others, so a lost one
 * leaves the copy stale and the republication is repeated.
 * </ul>
 * With a new epoch nothing is known any more, since the source was restored and may have told what it has forgotten: the copy is
 * stale until a republication.
 */
@ApplicationScoped
class GrantCopy {

    static final String TOPIC = "intake.grant.v1";

    private static final String STORE = """
            insert into access_grant (id, client_id, home_agency, grantee, parts, purposes, basis, basis_id, consent_id,
                                      valid_from, valid_until, revoked_at, version, categories, worker)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set valid_until = excluded.valid_until, revoked_at = excluded.revoked_at,
                   categories = excluded.categories, version = excluded.version
             where access_grant.version <= excluded.version""";

    /** Ranges are half open: from inclusive, to exclusive. */
    private static final String APPLIED = """
            insert into grant_feed as f (epoch, applied) values (?, int8multirange(int8range(?, ?)))
            on conflict (only_row) do update set epoch = excluded.epoch,
                   applied = excluded.applied + case when f.epoch = excluded.epoch then f.applied else '{}' end
             where f.epoch <= excluded.epoch""";
    private static final String ADVANCE = """
            update grant_feed set as_of = greatest(as_of, ?) where epoch = ? and applied @> int8range(1, ?)""";

    private static final Logger LOG = Logger.getLogger(GrantCopy.class);

    private final EntityManager entities;
    private final Restrictions restrictions;
    private final jakarta.enterprise.event.Event<GrantTold> grantTold;
    private final AtomicBoolean incomplete = new AtomicBoolean();

    GrantCopy(EntityManager entities, Restrictions restrictions,
            jakarta.enterprise.event.Event<GrantTold> grantTold) {
        this.entities = entities;
        this.restrictions = restrictions;
        this.grantTold = grantTold;
    }

    /** @param told the event that carried the grant */
    void store(Event told, GrantState grant) {
        entities.unwrap(Session.class).doWork(connection -> {
            store(connection, grant);
            applied(connection, told.epoch(), told.sequence(), told.sequence() + 1);
        });
        grantTold.fire(
                new GrantTold(grant.grantee(), grant.basis(), grant.basisId(), grant.revokedAt() != null));
    }

    /** @param told the event that carried the restriction: missing one is as bad as missing a revocation */
    void store(Event told, Restriction restriction) {
        restrictions.store(restriction);
        entities.unwrap(Session.class)
                .doWork(connection -> applied(connection, told.epoch(), told.sequence(), told.sequence() + 1));
    }

    /** @param upToSequence last one that the republication makes unnecessary */
    void republished(Event told, long upToSequence) {
        entities.unwrap(Session.class).doWork(connection -> {
            applied(connection, told.epoch(), 1, upToSequence + 1);
            applied(connection, told.epoch(), told.sequence(), told.sequence() + 1);
        });
    }

    /** Every grant and revocation committed before {@code asOf} was told in the epoch, up to {@code lastSequence}. */
    void completeUpTo(Instant asOf, int epoch, long lastSequence) {
        boolean complete = entities.unwrap(Session.class).doReturningWork(connection -> {
            applied(connection, epoch, 1, 1);
            return advance(connection, asOf, epoch, lastSequence);
        });
        report(complete, epoch, lastSequence);
    }

    private static void applied(Connection connection, int epoch, long from, long to) throws SQLException {
        try (PreparedStatement applied = connection.prepareStatement(APPLIED)) {
            applied.setInt(1, epoch);
            applied.setLong(2, from);
            applied.setLong(3, to);
            applied.executeUpdate();
        }
    }

    private static boolean advance(Connection connection, Instant asOf, int epoch, long lastSequence)
            throws SQLException {
        try (PreparedStatement advance = connection.prepareStatement(ADVANCE)) {
            advance.setObject(1, utc(asOf));
            advance.setInt(2, epoch);
            advance.setLong(3, lastSequence + 1);
            return advance.executeUpdate() == 1;
        }
    }

    /** Once per gap, not per heartbeat. */
    private void report(boolean complete, int epoch, long lastSequence) {
        if (incomplete.getAndSet(!complete) == complete) {
            if (complete) {
                LOG.info("The copy of the grants is complete again");
            } else {
                LOG.errorf(
                        "Events are missing on %s, epoch %d up to sequence %d: requests that rest on a grant are refused."
                                + " Replay the dead letters of the topic here, or the sequences missing in grant_feed at"
                                + " intake-service; when they are no longer kept, republish the topic there.",
                        TOPIC, epoch,
                        lastSequence);
            }
        }
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
            store.setArray(14, connection.createArrayOf("text", categories(grant)));
            store.setString(15, grant.worker());
            store.executeUpdate();
        }
    }

    private static Object[] categories(GrantState grant) {
        return grant.categories() == null ? new Object[0] : grant.categories().toArray();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

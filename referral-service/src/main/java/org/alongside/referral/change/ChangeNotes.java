package org.alongside.referral.change;

import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;

import org.alongside.kit.erasure.ClientKeyDestroyed;
import org.alongside.kit.grant.GrantTold;
import org.alongside.kit.time.Ids;
import org.hibernate.Session;

/** Notes, in the transaction of a change, which agencies are to be told of it. {@link ChangeFeed} takes it from there. */
@ApplicationScoped
public class ChangeNotes {

    private static final String INSERT = """
            insert into referral_change (id, agency, referral_id, type, version, message_id, by_grant, noted_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String TOLD_OF = """
            select distinct c.agency, c.referral_id from referral_change c join referral r on r.id = c.referral_id
             where r.client_id = :client order by c.referral_id, c.agency""";
    private static final String TOLD = "select 1 from referral_change where referral_id = :referral and agency = :agency limit 1";
    private static final String REFERRAL = "referral";

    private final EntityManager entities;
    private final Clock clock;
    private final FeedSignal signal;

    ChangeNotes(EntityManager entities, Clock clock, FeedSignal signal) {
        this.entities = entities;
        this.clock = clock;
        this.signal = signal;
    }

    /**
     * @param own       agencies that see the referral without a grant: the home agency and the sender
     * @param recipient told if it holds a grant; that a referral was sent to it, it is told by the grant itself
     * @param version   of the referral after the change
     */
    public void changed(ChangeType type, UUID referral, long version, Set<UUID> own, UUID recipient) {
        own.forEach(agency -> note(agency, type, referral, version, null, false));
        if (type != ChangeType.REQUESTED) {
            note(recipient, type, referral, version, null, true);
        }
    }

    /** @param byGrant whether the addressee sees the referral only by a grant */
    public void messageSent(UUID referral, UUID message, UUID addressee, boolean byGrant) {
        note(addressee, ChangeType.MESSAGE_SENT, referral, null, message, byGrant);
    }

    /** What the recipient sees of referrals follows its grants. */
    void follow(@Observes GrantTold grant) {
        if (!REFERRAL.equals(grant.basis())) {
            return;
        }
        if (!grant.revoked()) {
            note(grant.grantee(), ChangeType.SHARED, grant.basisId(), null, null, true);
        } else if (wasTold(grant.basisId(), grant.grantee())) {
            note(grant.grantee(), ChangeType.WITHDRAWN, grant.basisId(), null, null, false);
        }
    }

    /** Whoever was told of a referral is told that there is nothing any more. */
    void withdrawOf(@Observes ClientKeyDestroyed erased) {
        List<Object[]> told = session().createNativeQuery(TOLD_OF, Object[].class)
                .setParameter("client", erased.clientId()).getResultList();
        told.forEach(each -> note((UUID) each[0], ChangeType.WITHDRAWN, (UUID) each[1], null, null, false));
    }

    private boolean wasTold(UUID referral, UUID agency) {
        return !session().createNativeQuery(TOLD, Integer.class).setParameter("referral", referral)
                .setParameter("agency", agency).getResultList().isEmpty();
    }

    private void note(UUID agency, ChangeType type, UUID referral, Long version, UUID message, boolean byGrant) {
        signal.raiseAfterCommit();
        session().doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setObject(1, Ids.next());
                insert.setObject(2, agency);
                insert.setObject(3, referral);
                insert.setString(4, type.type());
                insert.setObject(5, version);
                insert.setObject(6, message);
                insert.setBoolean(7, byGrant);
                insert.setObject(8, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                insert.executeUpdate();
            }
        });
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}

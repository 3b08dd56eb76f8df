package org.alongside.referral.change;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.alongside.kit.system.SystemWork;
import org.hibernate.Session;

/**
 * Gives committed notes their positions in the feed of their agency. One transaction at a time does it, so no position becomes visible
 * before a smaller one of the same agency.
 *
 * <p>
 * A note that is told by grant is dropped when there is no grant at this moment. Nothing is missed by that: a grant that comes later is
 * noted as {@link ChangeType#SHARED}, after what it opens.
 */
@ApplicationScoped
class FeedPositions {

    private static final int BATCH = 500;
    /** Any constant that nothing else in this database locks. */
    private static final long LOCK = 0x66656564L;

    private static final String LOCKED = "select pg_try_advisory_xact_lock(:lock)";
    private static final String WAITING = "select id from referral_change where position is null order by id limit :batch";
    private static final String DROP = """
            delete from referral_change c
             where c.id = any(:ids) and c.by_grant and not exists (
                   select 1 from access_grant g
                    where g.basis = 'referral' and g.basis_id = c.referral_id and g.grantee = c.agency
                      and g.revoked_at is null and g.valid_until > :now)""";
    /** An agency's time never goes back, whatever the clocks of several instances say. */
    private static final String TELL = """
            with noted as (
                select id, agency, row_number() over (partition by agency order by id) as place
                  from referral_change where id = any(:ids)
            ), feed as (
                insert into referral_feed as f (agency, last_position, last_told_at)
                select agency, max(place), cast(:now as timestamptz) from noted group by agency
                on conflict (agency) do update set last_position = f.last_position + excluded.last_position,
                       last_told_at = greatest(f.last_told_at, excluded.last_told_at)
                returning agency, last_position, last_told_at
            ), counted as (
                select agency, max(place) as places from noted group by agency
            )
            update referral_change c
               set position = f.last_position - n.places + d.place, told_at = f.last_told_at
              from noted d join feed f using (agency) join counted n using (agency)
             where c.id = d.id""";

    private final EntityManager entities;
    private final Clock clock;

    FeedPositions(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** @return whether there may be more */
    @SystemWork("referral-feed")
    public boolean tellSome() {
        if (!session().createNativeQuery(LOCKED, Boolean.class).setParameter("lock", LOCK).getSingleResult()) {
            return false;
        }
        List<UUID> waiting = session().createNativeQuery(WAITING, UUID.class).setParameter("batch", BATCH)
                .getResultList();
        if (waiting.isEmpty()) {
            return false;
        }
        UUID[] ids = waiting.toArray(UUID[]::new);
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        run(DROP, ids, now);
        run(TELL, ids, now);
        return waiting.size() == BATCH;
    }

    private void run(String sql, UUID[] ids, OffsetDateTime now) {
        session().createNativeMutationQuery(sql).setParameter("ids", ids).setParameter("now", now).executeUpdate();
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}

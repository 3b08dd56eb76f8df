package org.alongside.referral.change;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.alongside.kit.system.SystemWork;
import org.hibernate.Session;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Deletes changes that are kept no longer, and keeps in mind up to which: a cursor from before is told so. */
@ApplicationScoped
class FeedEnd {

    private static final String DELETE = """
            with old as (
                delete from referral_change where told_at < :cutoff returning agency, position, told_at
            )
            update referral_feed f set deleted_up_to = o.position, deleted_told_at = o.told_at
              from (select agency, max(position) as position, max(told_at) as told_at from old group by agency) o
             where f.agency = o.agency""";

    private final EntityManager entities;
    private final ChangeConfig config;
    private final Clock clock;

    FeedEnd(EntityManager entities, ChangeConfig config, Clock clock) {
        this.entities = entities;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m", identity = "referral-feed-end", concurrentExecution = ConcurrentExecution.SKIP)
    @SystemWork("referral-feed-end")
    void deleteOld() {
        OffsetDateTime cutoff = OffsetDateTime.ofInstant(clock.instant().minus(config.kept()), ZoneOffset.UTC);
        entities.unwrap(Session.class).createNativeMutationQuery(DELETE).setParameter("cutoff", cutoff)
                .executeUpdate();
    }
}

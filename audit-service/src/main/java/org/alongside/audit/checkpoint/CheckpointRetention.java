package org.alongside.audit.checkpoint;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.alongside.kit.system.SystemWork;
import org.hibernate.Session;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Thins out old checkpoints: one each second would be ten gigabytes a year. */
@ApplicationScoped
public class CheckpointRetention {

    private static final String THIN = """
            delete from log_checkpoint c
             using (select size, signed_at, lead(signed_at) over (order by size) as next_signed_at from log_checkpoint) o
             where c.size = o.size and o.next_signed_at < :before
               and date_trunc('hour', o.next_signed_at) = date_trunc('hour', o.signed_at)
               and not exists (select from log_cosignature s where s.size = c.size)""";

    private final EntityManager entities;
    private final CheckpointConfig config;
    private final Clock clock;

    CheckpointRetention(EntityManager entities, CheckpointConfig config, Clock clock) {
        this.entities = entities;
        this.config = config;
        this.clock = clock;
    }

    /** The newest one always stays. */
    @Scheduled(every = "1h", delayed = "11m", identity = "checkpoint-retention", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    @SystemWork("checkpoint")
    public void thin() {
        entities.unwrap(Session.class).createNativeMutationQuery(THIN)
                .setParameter("before", clock.instant().minus(config.checkpointWindow())).executeUpdate();
    }
}

package org.alongside.kit.http;

import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.alongside.kit.system.SystemWork;
import org.hibernate.Session;

import io.quarkus.scheduler.Scheduled;

/** Forgets idempotency keys once no client repeats a request any more. A key sent again after that is a new one. */
@ApplicationScoped
class IdempotencyRetention {

    private static final Duration KEPT = Duration.ofHours(48);
    private static final String DELETE = "delete from idempotency_key where created_at < ?";

    private final EntityManager entities;
    private final Clock clock;

    IdempotencyRetention(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "9m", identity = "idempotency-retention")
    @SystemWork("idempotency-retention")
    void deleteOld() {
        Instant cutoff = clock.instant().minus(KEPT);
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
                delete.setTimestamp(1, Timestamp.from(cutoff));
                delete.executeUpdate();
            }
        });
    }
}
